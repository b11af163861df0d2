using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What the material can and can't show: how the municipalities came to be chosen, how few they are, how long the time is.</summary>
internal static class LimitsSection
{
    public static Section Make(ReportContext context)
    {
        var language = context.Language;
        var blocks = new List<Block>();
        if (context.Rows.Programmes.FirstOrDefault(row => row.ProgrammeId == context.Rows.Run.Programme) is { } programme)
        {
            blocks.Add(new Paragraph(
                language.Say(programme.NoteSv, programme.NoteEn) + " " + language.Say(
                    "Kommuner som valts för sin motivation kan ha utvecklats annorlunda också utan insatsen, och den skillnaden kan inte skiljas från en effekt.",
                    "Municipalities chosen for their motivation may have developed differently without the programme too, and that difference can't be told from an effect."),
                language.Say("Urvalet.", "Selection.")));
        }

        blocks.Add(new Paragraph(Few(context), language.Say("Antalet kommuner.", "The number of municipalities.")));
        blocks.AddRange(context.Rows.Designs.Select(design => new Paragraph(
            language.Say(design.ContrastSv, design.ContrastEn), ReportContext.Sentence(context.Title(design)))));
        blocks.AddRange(context.SeveralStarts().Select(row => language.Say(row.ReasonSv, row.ReasonEn)).Distinct(StringComparer.Ordinal)
            .Select((text, i) => new Paragraph(text, i == 0 ? language.Say("Olika starter.", "Different starts.") : null)));
        blocks.AddRange(WindowSentence.All(context).Select((text, i) => new Paragraph(text, i == 0 ? language.Say("Tiden efter starten.", "The time after the start.") : null)));
        if (Overlaps(context) is { Count: > 0 } overlaps)
        {
            blocks.Add(new Paragraph(
                language.Say(
                    "Andra insatser pågick samtidigt. Där de berör grupperna olika kan skattningen inte skilja insatsen från dem.",
                    "Other programmes went on at the same time. Where they touch the groups differently the estimate can't tell them apart."),
                language.Say("Överlappande insatser.", "Overlapping programmes.")));
            blocks.Add(new Bullets(overlaps));
        }

        if (context.Rows.Effects.Count > 1)
        {
            blocks.Add(new Paragraph(Many(context), language.Say("Många prövningar.", "Many tests.")));
        }

        return new Section("limits", language.Say("Vad uppgifterna kan och inte kan visa", "What the material can and can't show"), blocks);
    }

    private static string Few(ReportContext context)
    {
        var language = context.Language;
        var treated = context.Rows.Designs[0].TreatedGroup;
        var designs = context.Rows.Designs.Select(design => $"{Controls(context, design)} ({ReportLanguage.Lower(context.Title(design))})");
        var opening = language.Say(
            $"{ReportLanguage.Capital(language.Count(context.Rows.Group(treated).Members))} {context.GroupInText(treated)} jämförs med så här många kommuner: {language.And([.. designs])}. De med insats är få och väger lika, så en enskild kommun kan styra resultatet, och bara stora skillnader kan skiljas från slumpen.",
            $"{ReportLanguage.Capital(language.Count(context.Rows.Group(treated).Members))} {context.GroupInText(treated)} are compared with so many municipalities: {language.And([.. designs])}. Those with the programme are few and weigh the same, so a single one can carry the result, and only large differences can be told from chance.");
        return context.Rows.Effects.Select(effect => effect.Row)
            .Where(row => row.Inference == "exact-randomisation" && row.MinimumPValue is not null)
            .MaxBy(row => row.Assignments) is not { } exact
            ? opening
            : opening + language.Say(
                $" {ReportLanguage.Capital(language.Count(exact.TreatedUnits + exact.ControlUnits))} kommuner kan delas in i grupper om {language.Count(exact.TreatedUnits)} och {language.Count(exact.ControlUnits)} på {language.Whole(exact.Assignments)} sätt; det minsta p-värde som testet kan ge är därför {language.PValue(exact.MinimumPValue!.Value)}.",
                $" {ReportLanguage.Capital(language.Count(exact.TreatedUnits + exact.ControlUnits))} municipalities can be split into groups of {language.Count(exact.TreatedUnits)} and {language.Count(exact.ControlUnits)} in {language.Whole(exact.Assignments)} ways; the least p-value that the test can give is therefore {language.PValue(exact.MinimumPValue!.Value)}.");
    }

    /// <summary>How many a comparison has, from the outcome with the fewest to that with the most.</summary>
    private static string Controls(ReportContext context, DesignRow design)
    {
        var counts = context.Rows.Effects.Where(effect => effect.Row.DesignId == design.DesignId).Select(effect => (long)effect.Row.ControlUnits).DefaultIfEmpty(context.Rows.Group(design.ControlGroup).Members).ToList();
        return counts.Min() == counts.Max() ? context.Language.Count(counts[0]) : $"{context.Language.Whole(counts.Min())}–{context.Language.Whole(counts.Max())}";
    }

    private static List<string> Overlaps(ReportContext context)
    {
        var language = context.Language;
        var shown = context.Rows.Groups.Where(group => group.Shown).Select(group => group.GroupId).ToHashSet(StringComparer.Ordinal);
        var members = context.Rows.MunicipalityTrend.Where(row => shown.Contains(row.Row.GroupId)).Select(row => row.Row.MunicipalityCode).ToHashSet(StringComparer.Ordinal);
        return [.. context.Rows.Programmes
            .Where(programme => programme.ProgrammeId != context.Rows.Run.Programme)
            .Where(programme => !programme.Targeted || members.Count == 0 || context.Rows.Participation.Any(row =>
                row.ProgrammeId == programme.ProgrammeId && row.MunicipalityCode is { } code && members.Contains(code)))
            .Select(programme => Overlap(language, programme))];
    }

    private static string Overlap(ReportLanguage language, ProgrammeRow programme)
        => $"{language.Say(programme.TitleSv, programme.TitleEn)}: {language.Say(programme.NoteSv, programme.NoteEn)}";

    private static string Many(ReportContext context)
    {
        var language = context.Language;
        var tests = context.Rows.Effects.Count(effect => effect.Row.PValue is not null);
        var corrected = context.Rows.Effects.Any(effect => effect.Row.PHolm is not null)
            ? language.Say("Inom varje fråga och roll står bredvid dem ett p-värde som är rättat för antalet (Holm), och omdömet kräver det.", "Within each question and role a p-value corrected for their number (Holm) stands beside them, and the verdict asks for it.")
            : language.Say("De är inte rättade för antalet.", "They are not corrected for their number.");
        return language.Say(
            $"Rapporten innehåller {language.Count(tests)} p-värden för effekter; av tjugo prövningar utan någon verklig effekt väntas en ge högst 0,05. {corrected} Läs mönstret över utfallen och intervallens bredd, inte enskilda p-värden.",
            $"The report holds {language.Count(tests)} p-values for effects; of twenty tests without any true effect one is expected to give at most 0.05. {corrected} Read the pattern over outcomes and the width of the intervals, not single p-values.");
    }
}
