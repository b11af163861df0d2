using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What was tried to topple an answer: of one comparison on a page, of all in a data file.</summary>
internal static class CheckTable
{
    /// <summary>The table of the outcome's comparison, or null where it has no checks.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome, DesignRow design)
    {
        var language = context.Language;
        var rows = Rows(context, outcome).Where(row => row.Row.DesignId == design.DesignId).ToList();
        return rows.Count == 0 ? null : new ReportTable(
            $"{outcome.OutcomeId}-checks",
            language.Say($"{context.Title(outcome)}: prövning av svaret. {context.Title(design)}.", $"{context.Title(outcome)}: the answer put to the test. {context.Title(design)}."),
            Columns(context),
            [.. rows.Select(row => Row(context, outcome, row))],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))),
            language.Say(
                $"Effekter i {context.DifferenceUnit(outcome)}, eller i procent där det står. För ”utan någon enskild kommun” är intervallet den lägsta och den högsta av skattningarna. Upplysningar och andra test räknas inte när kontrollerna vägs.",
                $"Effects in {context.DifferenceUnit(outcome)}, or in per cent where it says so. For “without any one municipality” the interval is the lowest and the highest of the estimates. Remarks and other tests do not count when the checks are weighed."));
    }

    /// <summary>All checks of the run as a data file; null where there are none.</summary>
    public static ReportTable? File(ReportContext context) => OutcomesFile.Make(
        context,
        "checks",
        context.Language.Say("Prövningarna av svaren, alla utfall och jämförelser.", "The checks of the answers, all outcomes and comparisons."),
        [new(context.Language.Say("Jämförelse", "Comparison")), .. Columns(context)],
        outcome => Rows(context, outcome),
        (outcome, check) => [Cell.Of(context.DesignTitle(check.Row.DesignId)), .. Row(context, outcome, check)],
        check => (check.Row.Source, check.Row.Vintage));

    private static IEnumerable<Released<SensitivityRow>> Rows(ReportContext context, OutcomeRow outcome) => context.Rows.Sensitivity.Where(row => row.Row.OutcomeId == outcome.OutcomeId);

    private static IReadOnlyList<Column> Columns(ReportContext context)
    {
        var language = context.Language;
        Column Data(string sv, string en, bool number = true) => Column.OfData(language.Say(sv, en), number);
        return
        [
            new(language.Say("Prövning", "Check")), new(language.Say("Effekt", "Effect"), true), new(language.Say("Intervall", "Interval"), true) { IsPageOnly = true }, Data("Nedre", "Lower"), Data("Övre", "Upper"),
            new(language.Say("p-värde", "p-value"), true), new(language.Say("Talar för svaret?", "Speaks for the answer?")),
            Data("Enhet", "Unit", number: false), Data("Med insats", "With the programme"), Data("Jämförelse", "Comparison"), Data("Slag", "Kind", number: false), Data("Variant", "Variant", number: false),
            Data("Skäl (engelska)", "Reason", number: false), Data("Resultat-id", "Result id", number: false),
        ];
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, Released<SensitivityRow> check)
    {
        var (language, row) = (context.Language, check.Row);
        var none = check.IsSuppressed ? Missing.Of(context, check.Rule) : language.Say("anges inte", "not given");

        // A multiple has no unit; two decimals tell how far it is from the next bound.
        var decimals = row.Kind == "honest_breakdown" ? 2 : context.Decimals(outcome);
        Cell Figure(double? value) => row.IsRelative ? Cell.Share(language, value, none) : Cell.Of(language, value, decimals, none);
        var interval = row.IsRelative ? Cell.Shares(language, row.Low, row.High, none) : Cell.Between(language, row.Low, row.High, decimals, none);
        Cell WithPercent(Cell cell, bool known) => row.IsRelative && known ? cell with { Text = cell.Text + "\u00A0%" } : cell;
        return
        [
            Cell.Of(CheckWords.Title(context, row.Kind, row.Variant)),
            WithPercent(Figure(row.Estimate), row.Estimate is not null), WithPercent(interval, row is { Low: not null, High: not null }), Figure(row.Low), Figure(row.High),
            Cell.P(language, row.PValue, none),
            Cell.Of(check.IsSuppressed ? none : CheckWords.Answer(context, row)),
            Cell.Of(row.Kind == "honest_breakdown" ? language.Say("gånger", "times") : row.IsRelative ? language.Say("procent", "per cent") : context.DifferenceUnit(outcome)),
            Cell.Of(language, row.TreatedUnits), Cell.Of(language, row.ControlUnits), Cell.Of(row.Kind), Cell.Of(row.Variant), Cell.Of(row.NotMade ?? ""), Cell.Of(row.ResultId),
        ];
    }
}
