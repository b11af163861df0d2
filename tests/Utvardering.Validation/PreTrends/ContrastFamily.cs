namespace Utvardering.Validation.PreTrends;

/// <summary>A way to judge the time before the start: contrasts of the periods, each divided by its spread over assignments, of which the largest counts.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Title">In words.</param>
/// <param name="Contrasts">For a number of periods the weights of each contrast; they sum to zero.</param>
internal sealed record ContrastFamily(string Id, string Title, Func<int, IEnumerable<double[]>> Contrasts)
{
    /// <summary>The one that <see cref="Statistics.Randomisation.PreTrendTest"/> uses; a test holds them to the same p-value.</summary>
    public static ContrastFamily Drifts { get; } = new("drifts", "a drift that began in any period: the line that is level up to period b and rises after it, for every b", periods => Enumerable.Range(0, periods - 1).Select(start => Shapes.Drift(periods, start)));

    private static readonly ContrastFamily Last = new("v-last", "each period against the last, as an event study shows them", periods => Enumerable.Range(0, periods - 1).Select(period => Shapes.AgainstLast(periods, period)));

    /// <summary>The candidates, the usual one first.</summary>
    public static IReadOnlyList<ContrastFamily> All { get; } =
    [
        Last,
        new("v-mean", "each period against the mean of all", periods => Enumerable.Range(0, periods).Select(period => Shapes.Single(periods, period))),
        new("slope", "a linear trend over all periods, alone", periods => [Shapes.Drift(periods, 0)]),
        new("recent", "the slope over the last k periods, for every k", periods => Enumerable.Range(2, periods - 1).Select(length => Shapes.Recent(periods, length))),
        new("steps", "the mean from period b on against the mean before it, for every b (placebo starts, jointly)", periods => Enumerable.Range(1, periods - 1).Select(start => Shapes.Step(periods, start))),
        Drifts,
        new("drifts+v-last", "`drifts` and `v-last` together", periods => Drifts.Contrasts(periods).Concat(Last.Contrasts(periods))),
        new("drifts+v-mean", "`drifts` and `v-mean` together", periods => Drifts.Contrasts(periods).Concat(Enumerable.Range(0, periods).Select(period => Shapes.Single(periods, period)))),
    ];
}
