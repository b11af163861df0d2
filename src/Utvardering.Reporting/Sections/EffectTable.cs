using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;
using Utvardering.Reporting.Rows;
using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Sections;

/// <summary>An outcome's effects, a column a design.</summary>
internal static class EffectTable
{
    private const double Percent = 100;

    /// <summary>The table, or null where the outcome has no effect or none is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var columns = context.Rows.Designs
            .Select(design => (Design: design, Effect: context.Rows.Effect(outcome.OutcomeId, design.DesignId)!))
            .Where(column => column.Effect is not null)
            .ToList();
        if (columns.All(column => column.Effect.IsSuppressed))
        {
            return null;
        }

        var first = columns[0].Effect.Row;
        var decimals = context.Decimals(outcome);
        var level = EffectSentence.Level(language, first.Level);
        var before = Window(first.BeforeFrom, first.BeforeTo);
        var after = Window(first.AfterFrom, first.AfterTo);
        var treated = context.GroupTitle(columns[0].Design.TreatedGroup);
        IReadOnlyList<IReadOnlyList<Cell>> rows =
        [
            Line($"{treated}, {before}", row => row.TreatedBefore),
            Line($"{treated}, {after}", row => row.TreatedAfter),
            Line(language.Say($"Jämförelsekommuner, {before}", $"Comparison municipalities, {before}"), row => row.ControlBefore),
            Line(language.Say($"Jämförelsekommuner, {after}", $"Comparison municipalities, {after}"), row => row.ControlAfter),
            Line(language.Say($"Förändring, {context.GroupDefinite(columns[0].Design.TreatedGroup)}", $"Change, {context.GroupDefinite(columns[0].Design.TreatedGroup)}"), row => row.TreatedAfter - row.TreatedBefore),
            Line(language.Say("Förändring, jämförelsekommunerna", "Change, the comparison municipalities"), row => row.ControlAfter - row.ControlBefore),
            Line(language.Say("Skattad effekt", "Estimated effect"), row => row.Estimate),
            Line(language.Say($"Nedre gräns ({level} %)", $"Lower limit ({level}%)"), row => row.Low),
            Line(language.Say($"Övre gräns ({level} %)", $"Upper limit ({level}%)"), row => row.High),
            Share(language.Say("Effekt i procent", "Effect in per cent"), row => row.Relative),
            Share(language.Say("Nedre gräns i procent", "Lower limit in per cent"), row => row.RelativeLow),
            Share(language.Say("Övre gräns i procent", "Upper limit in per cent"), row => row.RelativeHigh),
            P(language.Say("p-värde", "p-value"), row => row.PValue),
            P(language.Say("Minsta möjliga p-värde", "Least possible p-value"), row => row.MinimumPValue),
            Count(language.Say("Fördelningar i testet", "Assignments in the test"), row => row.Assignments),
            Count(treated, row => row.TreatedUnits),
            Count(language.Say("Jämförelsekommuner", "Comparison municipalities"), row => row.ControlUnits),
            [Cell.Of(language.Say("Resultat-id", "Result id")), .. columns.Select(column => Cell.Of(column.Effect.Row.ResultId) with { Anchor = column.Effect.Row.ResultId })],
        ];
        return new ReportTable(
            $"{outcome.OutcomeId}-effects",
            language.Say(
                $"{context.Title(outcome)}: nivåer och skattad effekt, {context.Unit(outcome)}.",
                $"{context.Title(outcome)}: levels and estimated effect, {context.Unit(outcome)}."),
            [new(language.Say("Storhet", "Quantity")), .. columns.Select(column => new Column(context.Title(column.Design), true))],
            rows,
            context.Source(columns.Select(column => (column.Effect.Row.Source, column.Effect.Row.Vintage))),
            language.Say(
                "Nivåerna är medelvärden över kommuner, där varje kommun väger lika. Skillnader kan avvika i sista siffran på grund av avrundning.",
                "Levels are means over municipalities, each weighing the same. Differences may deviate in the last digit because of rounding."));

        string Window(DateOnly? from, DateOnly? to) => from is { } start && to is { } end ? language.Range(start, end, outcome.Grain) : language.Say("okänd tid", "unknown time");

        IReadOnlyList<Cell> Row(string title, Func<Released<EffectRow>, Cell> cell) => [Cell.Of(title), .. columns.Select(column => cell(column.Effect))];

        IReadOnlyList<Cell> Line(string title, Func<EffectRow, double?> value)
            => Row(title, effect => Cell.Of(language, value(effect.Row), decimals, Missing.Of(context, effect.Rule)));

        IReadOnlyList<Cell> Share(string title, Func<EffectRow, double?> value) => Row(title, effect => Cell.Of(
            language, value(effect.Row) * Percent, Quantity.OfPercent((value(effect.Row) ?? 0) * Percent), effect.IsSuppressed ? Missing.Of(context, effect.Rule) : language.Say("kan inte anges", "can't be given")));

        IReadOnlyList<Cell> P(string title, Func<EffectRow, double?> value)
            => Row(title, effect => value(effect.Row) is { } p ? new Cell(language.PValue(p), language.Data(p)) : Cell.Of(Missing.Of(context, effect.Rule)));

        IReadOnlyList<Cell> Count(string title, Func<EffectRow, long> value) => Row(title, effect => Cell.Of(language, value(effect.Row)));
    }
}
