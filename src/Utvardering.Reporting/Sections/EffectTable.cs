using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>Effects, a row a comparison: of one outcome on a page, of all in a data file.</summary>
internal static class EffectTable
{
    /// <summary>An outcome's effects under all designs, or null where none is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var effects = Effects(context, outcome);
        if (effects.All(effect => effect.IsSuppressed))
        {
            return null;
        }

        var level = Change.Level(language, context.Rows.Run.Level);
        return new ReportTable(
            $"{outcome.OutcomeId}-effects",
            language.Say(
                $"{context.Title(outcome)}: skattad effekt i varje jämförelse, {context.DifferenceUnit(outcome)} och procent.",
                $"{context.Title(outcome)}: estimated effect in each comparison, {context.DifferenceUnit(outcome)} and per cent."),
            Columns(context),
            [.. effects.Select(effect => Row(context, outcome, effect))],
            context.Source(effects.Select(effect => (effect.Row.Source, effect.Row.Vintage))),
            language.Say(
                $"Intervallen är {level}-procentiga. Procent: av den nivå som kommunerna med insats annars skulle ha haft. Holm: p-värdet rättat för de andra utfallen med samma fråga och roll. Kommuner: med insats + i jämförelsen.",
                $"The intervals are at {level} per cent. Per cent: of the level that the municipalities with the programme would otherwise have had. Holm: the p-value corrected for the other outcomes of the same question and role. Municipalities: with the programme + in the comparison."));
    }

    /// <summary>All effects of the run as a data file; null where there are none.</summary>
    public static ReportTable? File(ReportContext context) => OutcomesFile.Make(
        context,
        "effects",
        context.Language.Say("Effekterna i alla utfall och jämförelser, med nivåer, fönster och metod.", "The effects of all outcomes and comparisons, with levels, windows and method."),
        Columns(context),
        outcome => Effects(context, outcome),
        (outcome, effect) => Row(context, outcome, effect),
        effect => (effect.Row.Source, effect.Row.Vintage));

    private static List<Released<EffectRow>> Effects(ReportContext context, OutcomeRow outcome)
        => [.. context.Estimated(outcome).Select(design => context.Rows.Effect(outcome.OutcomeId, design.DesignId)!)];

    private static IReadOnlyList<Column> Columns(ReportContext context)
    {
        var language = context.Language;
        var interval = language.Say("Intervall", "Interval");
        Column Data(string sv, string en, bool number = true) => Column.OfData(language.Say(sv, en), number);
        return
        [
            new(language.Say("Jämförelse", "Comparison")), new(language.Say("Jämförs med", "Compared with")),
            new(language.Say("Effekt", "Effect"), true), new(interval, true) { IsPageOnly = true }, Data("Nedre gräns", "Lower limit"), Data("Övre gräns", "Upper limit"),
            new(language.Say("Procent", "Per cent"), true), new(interval, true) { IsPageOnly = true }, Data("Från, procent", "From, per cent"), Data("Till, procent", "To, per cent"),
            new(language.Say("p-värde", "p-value"), true), new("Holm", true), new(language.Say("Kommuner", "Municipalities"), true),
            Data("Metod", "Method", number: false), Data("Test", "Test", number: false), Data("Medelfel", "Standard error"), Data("Minsta möjliga p-värde", "Least possible p-value"), Data("Fördelningar", "Assignments"),
            Data("Före, från", "Before, from", number: false), Data("Före, till", "Before, to", number: false), Data("Efter, från", "After, from", number: false), Data("Efter, till", "After, to", number: false),
            Data("Perioder före", "Periods before"), Data("Perioder efter", "Periods after"),
            Data("Med insats, före", "With the programme, before"), Data("Med insats, efter", "With the programme, after"), Data("Jämförelse, före", "Comparison, before"), Data("Jämförelse, efter", "Comparison, after"),
            Data("Resultat-id", "Result id", number: false),
        ];
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, OutcomeRow outcome, Released<EffectRow> effect)
    {
        var (language, row) = (context.Language, effect.Row);
        var design = context.Design(row.DesignId);
        var decimals = context.Decimals(outcome);
        var missing = Missing.Of(context, effect.Rule);
        var noShare = effect.IsSuppressed ? missing : language.Say("kan inte anges", "can't be given");
        Cell Figure(double? value) => Cell.Of(language, value, decimals, missing);
        Cell Period(DateOnly? start) => Cell.Of(start is { } known ? ReportLanguage.PeriodCode(known, outcome.Grain) : missing);
        return
        [
            Cell.Of(context.DesignTitle(row.DesignId)) with { Anchor = row.ResultId },
            Cell.Of(design is null ? row.DesignId : context.GroupTitle(design.ControlGroup)),
            Figure(row.Estimate), Cell.Between(language, row.Low, row.High, decimals, missing), Figure(row.Low), Figure(row.High),
            Cell.Share(language, row.Relative, noShare), Cell.Shares(language, row.RelativeLow, row.RelativeHigh, noShare), Cell.Share(language, row.RelativeLow, noShare), Cell.Share(language, row.RelativeHigh, noShare),
            Cell.P(language, row.PValue, missing), Cell.P(language, row.PHolm, effect.IsSuppressed ? missing : language.Say("ej rättat", "not corrected")),
            Cell.Of(string.Create(CultureInfo.InvariantCulture, $"{row.TreatedUnits} + {row.ControlUnits}")),
            Cell.Of(Labels.Estimator(language, row.Estimator)), Cell.Of(Labels.Inference(language, row.Inference)), Figure(row.StandardError), Cell.P(language, row.MinimumPValue, missing), Cell.Of(language, row.Assignments),
            Period(row.BeforeFrom), Period(row.BeforeTo), Period(row.AfterFrom), Period(row.AfterTo), Cell.Of(language, row.BeforePeriods), Cell.Of(language, row.AfterPeriods),
            Figure(row.TreatedBefore), Figure(row.TreatedAfter), Figure(row.ControlBefore), Figure(row.ControlAfter),
            Cell.Of(row.ResultId),
        ];
    }
}
