using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>What the comparisons could have seen: of one outcome on a page, of all in a data file.</summary>
internal static class PowerTable
{
    /// <summary>The outcome's table, or null where nothing of it is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var rows = Rows(context, outcome);
        return rows.All(row => row.IsSuppressed) ? null : new ReportTable(
            $"{outcome.OutcomeId}-power",
            language.Say($"{context.Title(outcome)}: vad varje jämförelse kunde ha visat.", $"{context.Title(outcome)}: what each comparison could have shown."),
            Columns(context),
            [.. rows.Select(row => Row(context, outcome, row))],
            context.Source(rows.Select(row => (row.Row.Source, row.Row.Vintage))),
            language.Say(
                $"Tänkta insatser är utlagda på tiden före starten, {language.And([.. rows.Select(row => language.Whole(row.Row.Draws)).Distinct()])} gånger. Minsta effekt: den som hittas i {language.Number(rows[0].Row.Power * 100, 0)} fall av 100, i procent av nivån före starten. Falskt larm: andelen gånger som en effekt hittas där ingen finns.",
                $"Imagined programmes are laid out on the time before the start, {language.And([.. rows.Select(row => language.Whole(row.Row.Draws)).Distinct()])} times. Least effect: the one found in {language.Number(rows[0].Row.Power * 100, 0)} cases of 100, in per cent of the level before the start. False alarm: the share of times that an effect is found where there is none."));
    }

    /// <summary>All of the run as a data file; null where there is none.</summary>
    public static ReportTable? File(ReportContext context) => OutcomesFile.Make(
        context,
        "power",
        context.Language.Say("Vad jämförelserna kunde ha visat, alla utfall.", "What the comparisons could have shown, all outcomes."),
        Columns(context),
        outcome => Rows(context, outcome),
        (outcome, power) => Row(context, outcome, power),
        power => (power.Row.Source, power.Row.Vintage));

    private static List<Released<PowerRow>> Rows(ReportContext context, OutcomeRow outcome)
        => [.. context.Leads.Concat(context.Rows.Designs.Where(design => design.Lead is null)).Select(design => context.Rows.PowerOf(outcome.OutcomeId, design.DesignId)).OfType<Released<PowerRow>>()];

    private static IReadOnlyList<Column> Columns(ReportContext context)
    {
        var language = context.Language;
        Column Data(string sv, string en, bool number = true) => Column.OfData(language.Say(sv, en), number);
        return
        [
            new(language.Say("Jämförelse", "Comparison")), new(language.Say("Minsta effekt, procent", "Least effect, per cent"), true), new(language.Say("I måttets enhet", "In the measure's unit"), true),
            new(language.Say("Chans att se det som har betydelse, procent", "Chance to see what matters, per cent"), true), new(language.Say("Falskt larm, procent", "False alarm, per cent"), true),
            new(language.Say("Perioder före + efter", "Periods before + after"), true),
            Data("Minsta effekt, undre", "Least effect, lower"), Data("Minsta effekt, övre", "Least effect, upper"), Data("Enligt formel", "By formula"), Data("Dragningar", "Draws"), Data("Period", "Period", number: false), Data("Resultat-id", "Result id", number: false),
        ];
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, Released<PowerRow> power)
    {
        var (language, row) = (context.Language, power.Row);
        var missing = Missing.Of(context, power.Rule);
        var decimals = context.Decimals(outcome);
        Cell Percent(double? share) => Cell.Of(language, share * 100, Quantity.OfPercent((share ?? 0) * 100), missing);
        return
        [
            Cell.Of(context.DesignTitle(row.DesignId)),
            Percent(row.DetectableRelative), Cell.Of(language, row.Detectable, decimals, missing), Percent(row.PowerAtMatters), Percent(row.FalseAlarmRate),
            Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{row.BeforePeriods} + {row.AfterPeriods}")),
            Cell.Of(language, row.DetectableLow, decimals, missing), Cell.Of(language, row.DetectableHigh, decimals, missing), Cell.Of(language, row.Analytic, decimals, missing), Cell.Of(language, row.Draws),
            Cell.Of(language.PeriodName(1, row.Grain)), Cell.Of(row.ResultId),
        ];
    }
}
