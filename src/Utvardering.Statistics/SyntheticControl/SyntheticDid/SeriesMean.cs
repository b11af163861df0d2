namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>The mean of a series, and the series without it.</summary>
internal static class SeriesMean
{
    public static double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    public static void Centre(Span<double> values)
    {
        var mean = Of(values);
        foreach (ref var value in values)
        {
            value -= mean;
        }
    }
}
