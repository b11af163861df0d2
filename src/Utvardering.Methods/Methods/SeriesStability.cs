using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.TimeSeries;

namespace Utvardering.Methods.Methods;

/// <summary>Whether the treated series kept to one trend before its start, and whether it broke there.</summary>
internal static class SeriesStability
{
    // The recursive test's p-value needs a few residuals beyond the trend's two coefficients.
    private const int FewestPeriods = 5;

    public static AnswerTable Described { get; } = new("stability", "Tests of a constant and a trend: before the start they warn against extrapolating it; at the start it shall break where there is an effect.",
    [
        new("test", "cusum and recursive-cusum of the periods before the start, chow at the start"), new("statistic", "its value"), new("pValue", "of no change"),
        new("period", "where the path is farthest out, or the break tested"),
    ]);

    /// <summary>The tests that the series is long enough for.</summary>
    public static MethodTable Table(MethodInput input, InterruptedSeries series) => Described.Filled(Tests(series).Select(one => new object?[]
    {
        one.Name, one.Test.Statistic, one.Test.PValue, input.Time.Label(input.Panel.Periods[one.Test.At]),
    }));

    private static IEnumerable<(string Name, StabilityTest Test)> Tests(InterruptedSeries series)
    {
        var (before, after) = (series.Interruption, series.Outcome.Length - series.Interruption);
        if (before >= FewestPeriods)
        {
            yield return ("cusum", Stability.Cusum(series.Outcome[..before], Trend(before)));
            yield return ("recursive-cusum", Stability.RecursiveCusum(series.Outcome[..before], Trend(before)));
        }

        if (before > Trend(1).Length && after > Trend(1).Length)
        {
            yield return ("chow", Stability.Chow(series.Outcome, Trend(series.Outcome.Length), before));
        }
    }

    private static DesignColumn[] Trend(int periods) => [DesignColumn.Intercept(periods), new("time", [.. Enumerable.Range(1, periods).Select(period => (double)period)])];
}
