namespace Utvardering.Validation.PreTrends;

/// <summary>Courses over the periods before a start, less their mean: departures that are planted, and the contrasts that look for them.</summary>
internal static class Shapes
{
    /// <summary>Level up to a period, one more a period after it.</summary>
    public static double[] Drift(int periods, int start) => Centred(periods, period => Math.Max(0, period - start));

    /// <summary>One from a period on, zero before it.</summary>
    public static double[] Step(int periods, int start) => Centred(periods, period => period >= start ? 1 : 0);

    /// <summary>One in a single period.</summary>
    public static double[] Single(int periods, int which) => Centred(periods, period => period == which ? 1 : 0);

    /// <summary>A line over the last periods; the earlier ones have no part in it.</summary>
    public static double[] Recent(int periods, int length) =>
        [.. Enumerable.Range(0, periods).Select(period => period < periods - length ? 0 : period - (periods - length) - ((length - 1) / 2.0))];

    /// <summary>One period less the last.</summary>
    public static double[] AgainstLast(int periods, int which) => [.. Enumerable.Range(0, periods).Select(period => period == which ? 1.0 : period == periods - 1 ? -1 : 0)];

    private static double[] Centred(int periods, Func<int, double> shape)
    {
        double[] values = [.. Enumerable.Range(0, periods).Select(shape)];
        var mean = values.Average();
        return [.. values.Select(value => value - mean)];
    }
}
