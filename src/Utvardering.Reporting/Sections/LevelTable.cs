using Utvardering.Disclosure.Tables;
using Utvardering.Reporting.Documents;

namespace Utvardering.Reporting.Sections;

/// <summary>An outcome's levels before and after the start behind each effect.</summary>
internal static class LevelTable
{
    /// <summary>The table, or null where no effect of the outcome is released.</summary>
    public static ReportTable? Make(ReportContext context, OutcomeRow outcome)
    {
        var language = context.Language;
        var effects = context.Estimated(outcome)
            .Select(design => (Design: design, context.Rows.Effect(outcome.OutcomeId, design.DesignId)!.Row, context.Rows.Effect(outcome.OutcomeId, design.DesignId)!.IsSuppressed))
            .Where(effect => !effect.IsSuppressed)
            .ToList();
        if (effects.Count == 0)
        {
            return null;
        }

        var first = effects[0].Row;
        var decimals = context.Decimals(outcome);
        var (before, after) = (Window(first.BeforeFrom, first.BeforeTo), Window(first.AfterFrom, first.AfterTo));
        var treated = context.GroupTitle(effects[0].Design.TreatedGroup);
        var control = language.Say("Jämförelse", "Comparison");
        Cell Figure(double? value) => Cell.Of(language, value, decimals, Missing.Of(context, ""));
        Cell Change(double? value) => value is { } known ? new Cell(language.Signed(known, decimals), language.Data(known)) : Figure(null);
        return new ReportTable(
            $"{outcome.OutcomeId}-levels",
            language.Say($"{context.Title(outcome)}: nivåer bakom effekterna, {context.Unit(outcome)}.", $"{context.Title(outcome)}: levels behind the effects, {context.Unit(outcome)}."),
            [
                new(control), new($"{treated}, {before}", true), new($"{treated}, {after}", true), new(language.Say("Förändring", "Change"), true),
                new($"{control}, {before}", true), new($"{control}, {after}", true), new(language.Say("Förändring", "Change"), true),
            ],
            [.. effects.Select(effect => (IReadOnlyList<Cell>)
            [
                Cell.Of(context.Title(effect.Design)),
                Figure(effect.Row.TreatedBefore), Figure(effect.Row.TreatedAfter), Change(effect.Row.TreatedAfter - effect.Row.TreatedBefore),
                Figure(effect.Row.ControlBefore), Figure(effect.Row.ControlAfter), Change(effect.Row.ControlAfter - effect.Row.ControlBefore),
            ])],
            context.Source(effects.Select(effect => (effect.Row.Source, effect.Row.Vintage))),
            language.Say(
                "Medelvärden över kommuner, där varje kommun väger lika; i de syntetiska jämförelserna är jämförelsens nivå den syntetiska kontrollens. Skillnader kan avvika i sista siffran på grund av avrundning.",
                "Means over municipalities, each weighing the same; in the synthetic comparisons the comparison's level is the synthetic control's. Differences may deviate in the last digit because of rounding."));

        string Window(DateOnly? from, DateOnly? to) => from is { } start && to is { } end ? language.Range(start, end, outcome.Grain) : language.Say("okänd tid", "unknown time");
    }
}
