using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;

namespace Utvardering.Reporting.Sections;

/// <summary>The effect on each treated municipality beside the hours of support it had: of one comparison on a page, of all in a data file.</summary>
internal static class UnitTable
{
    /// <summary>The table, or null where no municipality's effect is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var rows = context.Rows.UnitEffects.Where(row => row.Row.OutcomeId == outcome.OutcomeId && row.Row.DesignId == design.DesignId).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            $"{outcome.OutcomeId}-units",
            language.Say($"{context.Title(outcome)}: varje kommun för sig, {context.DifferenceUnit(outcome)}. {context.Title(design)}.", $"{context.Title(outcome)}: each municipality by itself, {context.DifferenceUnit(outcome)}. {context.Title(design)}."),
            Columns(context),
            [.. rows.Select(row => Row(context, outcome, row))],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))),
            language.Say(
                "En kommun bevisar lite: intervallen är vida, och av sex kommuner ligger några alltid högt och några lågt av en slump. Plats: effektens plats bland jämförelsekommunernas egna förändringar, 1 är lägst.",
                "One municipality proves little: the intervals are wide, and of six municipalities some always lie high and some low by chance. Place: the effect's place among the comparison municipalities' own changes, 1 is the lowest."));
    }

    /// <summary>All municipalities' effects as a data file; null where there are none.</summary>
    public static ReportTable? File(ReportContext context) => OutcomesFile.Make(
        context,
        "units",
        context.Language.Say("Effekten i varje kommun för sig, alla utfall och jämförelser.", "The effect on each municipality by itself, all outcomes and comparisons."),
        [new(context.Language.Say("Jämförelse", "Comparison")), .. Columns(context)],
        outcome => context.Rows.UnitEffects.Where(row => row.Row.OutcomeId == outcome.OutcomeId),
        (outcome, unit) => [Cell.Of(context.DesignTitle(unit.Row.DesignId)), .. Row(context, outcome, unit)],
        unit => (unit.Row.Source, unit.Row.Vintage));

    private static IReadOnlyList<Column> Columns(ReportContext context)
    {
        var language = context.Language;
        Column Data(string sv, string en, bool number = true) => Column.OfData(language.Say(sv, en), number);
        return
        [
            new(language.Say("Kommun", "Municipality")), Data("Kommunkod", "Municipality code", number: false), new(language.Say("Timmar stöd", "Hours of support"), true), new(language.Say("Effekt", "Effect"), true),
            new(language.Say("Intervall", "Interval"), true) { IsPageOnly = true }, Data("Nedre", "Lower"), Data("Övre", "Upper"), new(language.Say("Procent", "Per cent"), true),
            new(language.Say("p-värde", "p-value"), true), new(language.Say("Plats", "Place"), true) { IsPageOnly = true }, Data("Plats", "Place"), Data("Av", "Of"), Data("Minsta möjliga p-värde", "Least possible p-value"),
            Data("Avvikelse före", "Off before"), Data("Kvot efter/före", "Ratio after/before"), Data("Resultat-id", "Result id", number: false),
        ];
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, Released<UnitEffectRow> unit)
    {
        var (language, row) = (context.Language, unit.Row);
        var decimals = context.Decimals(outcome);
        var none = unit.IsSuppressed ? Missing.Of(context, unit.Rule) : language.Say("anges inte", "not given");
        var hours = context.Rows.Dose.FirstOrDefault(dose => dose.Row.OutcomeId == row.OutcomeId && dose.Row.DesignId == row.DesignId && dose.Row.MunicipalityCode == row.MunicipalityCode);
        Cell Figure(double? value) => Cell.Of(language, value, decimals, none);
        return
        [
            Cell.Of(row.Municipality), Cell.Of(row.MunicipalityCode),
            Cell.Of(language, hours?.Row.Hours, 0, Missing.Of(context, hours?.Rule ?? "")),
            Figure(row.Estimate), Cell.Between(language, row.Low, row.High, decimals, none), Figure(row.Low), Figure(row.High),
            Cell.Share(language, row.Relative, none), Cell.P(language, row.PValue, none),
            row is { Rank: { } rank, Ranked: { } ranked } ? Cell.Of($"{language.Number(rank, rank == Math.Floor(rank) ? 0 : 1)} {language.Say("av", "of")} {language.Whole(ranked)}") : Cell.Of(none),
            Cell.Of(language, row.Rank, 1, none), row.Ranked is { } all ? Cell.Of(language, all) : Cell.Of(none), Cell.P(language, row.MinimumPValue, none),
            Figure(row.PreRmspe), Cell.Of(language, row.RmspeRatio, 2, none), Cell.Of(row.ResultId),
        ];
    }
}
