using Utvardering.Statistics.Random;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.Tests.Regression;

/// <summary>A made-up unbalanced panel with two regressors, weights and regions, all of it a function of the seed.</summary>
internal sealed record RegressionCase(
    double[] Outcome, DesignColumn[] Columns, double[] Weights, int[] Unit, int[] Time, int[] Region)
{
    public Grouping Units => Grouping.Of("unit", Unit);

    public Grouping Times => Grouping.Of("time", Time);

    public Grouping Regions => Grouping.Of("region", Region);

    public static RegressionCase Of(ulong seed)
    {
        var random = new RandomSequence(seed, stream: 11);
        var (units, times) = (6 + random.NextBelow(7), 4 + random.NextBelow(5));
        var rows = (
            from unit in Enumerable.Range(0, units)
            from time in Enumerable.Range(0, times)
            where time < 2 || random.NextDouble() < 0.85
            select (Unit: unit, Time: time)).ToArray();
        var first = rows.Select(row => RandomCase.Normal(random) + (0.3 * row.Unit)).ToArray();
        var second = rows.Select(row => RandomCase.Normal(random) - (0.2 * row.Time)).ToArray();
        var outcome = rows.Select((row, i) => 3 + first[i] - (0.5 * second[i]) + (0.7 * row.Unit) + Math.Sin(row.Time) + RandomCase.Normal(random)).ToArray();
        return new(
            outcome,
            [new("a", first), new("b", second)],
            [.. rows.Select(_ => 0.5 + (2 * random.NextDouble()))],
            [.. rows.Select(row => row.Unit)],
            [.. rows.Select(row => row.Time)],
            [.. rows.Select(row => row.Unit % 3)]);
    }

    /// <summary>The dummies of groupings, without the first of every grouping but the first.</summary>
    public static IEnumerable<double[]> Dummies(params IReadOnlyList<int[]> groups) => groups.SelectMany((group, index) =>
        group.Distinct().Order().Skip(index == 0 ? 0 : 1).Select(level => group.Select(code => code == level ? 1.0 : 0).ToArray()));
}
