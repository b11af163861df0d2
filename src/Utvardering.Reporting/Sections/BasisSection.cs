using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What the report rests on: programmes, sources, context figures and the run itself.</summary>
internal static class BasisSection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var sections = new List<Section>
        {
            new("programmes", language.Say("Insatser och kommuner", "Programmes and municipalities"), [.. Programmes(context)]),
            new("sources", language.Say("Källor", "Sources"), [.. Sources(context)]),
        };
        if (ContextTable.Make(context) is { } table)
        {
            sections.Add(new Section("context", language.Say("Bakgrundstal", "Context figures"), [table]));
        }

        sections.Add(new Section("run", language.Say("Körningen", "The run"), [Run(context)]));
        return new Section("basis", language.Say("Underlag", "Basis"), [], sections);
    }

    private static IEnumerable<Block> Programmes(ReportContext context)
    {
        var language = context.Language;
        if (context.Rows.Programmes.Count > 0)
        {
            yield return new Terms([.. context.Rows.Programmes.Select(programme => (
                language.Say(programme.TitleSv, programme.TitleEn),
                language.Say(programme.NoteSv, programme.NoteEn)))]);
        }

        if (context.Rows.Participation.Count == 0)
        {
            yield break;
        }

        yield return new ReportTable(
            "participation",
            language.Say("Kommunernas deltagande i insatser, med datum och dokument.", "The municipalities' part in programmes, with dates and documents."),
            [
                new(language.Say("Kommun", "Municipality")), new(language.Say("Insats", "Programme")), new(language.Say("Roll", "Role")), new(language.Say("Från", "From")),
                new(language.Say("Till", "To")), new(language.Say("Säkerhet", "Certainty")), new(language.Say("Dokument", "Document")),
            ],
            [.. context.Rows.Participation
                .OrderBy(row => row.ProgrammeId, StringComparer.Ordinal).ThenBy(row => row.MunicipalityCode, StringComparer.Ordinal).ThenBy(row => row.ValidFrom)
                .Select(row => (IReadOnlyList<Cell>)
                [
                    Cell.Of(row.Municipality ?? language.Say("Alla kommuner", "All municipalities")),
                    Cell.Of(language.Say(row.TitleSv, row.TitleEn)),
                    Cell.Of(row.MunicipalityCode is null ? language.Say("alla", "all") : Labels.Part(language, row.Role)),
                    Day(language, row.ValidFrom),
                    row.ValidTo is { } to ? Day(language, to) : Cell.Of(language.Say("pågår", "ongoing")),
                    Cell.Of(Labels.Certainty(language, row.Certainty)),
                    Cell.Of($"{row.Publisher}: {row.Document}"),
                ])],
            context.Definitions("programregistret (pipelines/registry), efter de dokument som anges", "the programme registry (pipelines/registry), from the documents named"),
            language.Say("Dagen antagen: dokumentet anger månad eller år, dagen är vår.", "Day assumed: the document gives the month or year, the day is ours."));
    }

    private static Cell Day(ReportLanguage language, DateOnly day) => new(language.Date(day), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<Block> Sources(ReportContext context)
    {
        var language = context.Language;
        if (context.Rows.Sources.Count == 0)
        {
            yield return new Paragraph(language.Say("Inga källor är utlämnade.", "No sources were released."));
            yield break;
        }

        yield return new ReportTable(
            "sources",
            language.Say("Källor i körningen.", "Sources of the run."),
            [
                new(language.Say("Källa", "Source")), new(language.Say("Uppgifter", "Figures")), new(language.Say("Ska anges", "To be stated")),
                new(language.Say("Licens", "Licence")), new("Version"), new(language.Say("Rader", "Rows"), true),
            ],
            [.. context.Rows.Sources.Select(row => (IReadOnlyList<Cell>)
            [
                Cell.Of(language.Say(row.TitleSv, row.TitleEn)),
                Cell.Of(row.Origin == "delivered" ? language.Say("levererade av kommunerna", "delivered by the municipalities") : language.Say("publicerade", "published")),
                Cell.Of(language.Say(row.AttributionSv, row.AttributionEn)),
                Cell.Of(row.Licence ?? language.Say("ej angiven", "not stated")),
                Cell.Of(row.Vintage),
                Cell.Of(language, row.Rows),
            ])],
            context.Source(context.Rows.Sources.Select(row => (row.Source, row.Vintage))),
            language.Say(
                "Versionen är början av innehållets kontrollsumma: samma innehåll har samma version var det än hämtas.",
                "The version is the beginning of the content's hash: the same content has the same version wherever it is fetched."));
        var notes = context.Rows.Sources
            .SelectMany(row => (row.Notes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(note => $"{language.Say(row.TitleSv, row.TitleEn)}: {note}"))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (notes.Count > 0)
        {
            yield return new Paragraph(language.Say("Källornas egna anmärkningar:", "The sources' own notes (in Swedish):"));
            yield return new Bullets(notes);
        }
    }

    private static Terms Run(ReportContext context)
    {
        var (language, run) = (context.Language, context.Rows.Run);
        return new Terms(
        [
            (language.Say("Plan", "Plan"), language.Say($"{run.PlanId}, daterad {language.Date(run.PlanFixed)}", $"{run.PlanId}, dated {language.Date(run.PlanFixed)}")),
            (language.Say("Planens kontrollsumma", "Hash of the plan"), ReportContext.Short(run.PlanHash)),
            (language.Say("Planens ställning", "Standing of the plan"), run.Exploratory
                ? language.Say("inte den som fastställdes i förväg: körningen är explorativ", "not the one fixed beforehand: the run is exploratory")
                : language.Say("den som fastställdes i förväg", "the one fixed beforehand")),
            (language.Say("Körning", "Run"), run.RunId),
            (language.Say("Profil", "Profile"), run.Profile),
            (language.Say("Programversion", "Program version"), run.ProgramVersion),
            (language.Say("Kontrollsumma för pipelines", "Hash of pipelines"), ReportContext.Short(run.PipelinesHash)),
            (language.Say("Kontrollsumma för data-schema", "Hash of data-schema"), ReportContext.Short(run.DataSchemaHash)),
            (language.Say("Slumptalsfrö", "Random seed"), run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (language.Say("Datafiler", "Data files"), language.Say(
                "Varje tabell och siffrorna bakom varje diagram finns i mappen tables: UTF-8 med BOM, semikolon mellan kolumnerna och decimalkomma i filerna .sv.csv, komma och decimalpunkt i .en.csv. Diagrammen finns i mappen charts som SVG och PNG.",
                "Every table and the figures behind every chart are in the folder tables: UTF-8 with BOM, semicolons between columns and decimal commas in the files .sv.csv, commas and decimal points in .en.csv. The charts are in the folder charts as SVG and PNG.")),
        ]);
    }
}
