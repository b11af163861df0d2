using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.TimeSeries;

/// <summary>The regressors of segmented regression, and checks of the series.</summary>
internal static class InterruptionDesign
{
    /// <summary>Fewer periods on a side hardly tell a trend from noise: the least that EPOC's guidance and Wagner et al. (2002) would have.</summary>
    private const int EnoughPeriods = 8;

    /// <summary>Constant, time 1 … n, level 0/1, slope 1, 2, … from the interruption, season.</summary>
    public static DesignColumn[] Columns(InterruptedSeries series, InterruptedTimeSeriesOptions options)
    {
        Check(series);
        var n = series.Outcome.Length;
        List<DesignColumn> columns =
        [
            DesignColumn.Intercept(n),
            new("time", [.. Enumerable.Range(1, n).Select(time => (double)time)]),
            new("level", [.. Enumerable.Range(0, n).Select(period => period >= series.Interruption ? 1.0 : 0.0)]),
        ];
        if (options.SlopeChange)
        {
            columns.Add(new("slope", [.. Enumerable.Range(0, n).Select(period => Math.Max(0.0, period - series.Interruption + 1))]));
        }

        columns.AddRange(Season(series, options));
        return [.. columns];
    }

    public static IEnumerable<EstimationWarning> Warnings(InterruptedSeries series, InterruptedTimeSeriesOptions options)
    {
        // A season must be seen twice to be told from a trend.
        var enough = options.Season == SeasonalTerms.None ? EnoughPeriods : Math.Max(EnoughPeriods, 2 * series.SeasonsInYear);
        if (series.Interruption < enough)
        {
            yield return new(EstimationWarningKind.ShortPrePeriod, Value: series.Interruption, Limit: enough);
        }
    }

    private static IEnumerable<DesignColumn> Season(InterruptedSeries series, InterruptedTimeSeriesOptions options)
    {
        int[] seasons = [.. Enumerable.Range(0, series.Outcome.Length).Select(period => ((series.FirstSeason - 1 + period) % series.SeasonsInYear) + 1)];
        if (options.Season == SeasonalTerms.Dummies)
        {
            return Enumerable.Range(2, series.SeasonsInYear - 1).Select(season => new DesignColumn($"season {season}", [.. seasons.Select(of => of == season ? 1.0 : 0.0)]));
        }

        // sin(2πjm/M), cos(2πjm/M)
        IEnumerable<DesignColumn> Waves(string name, Func<double, double> wave) => Enumerable.Range(1, options.Harmonics).Select(j =>
            new DesignColumn($"{name}{j}", [.. seasons.Select(season => wave(2 * Math.PI * j * season / series.SeasonsInYear))]));
        return options.Season == SeasonalTerms.Harmonics ? Waves("sin", Math.Sin).Concat(Waves("cos", Math.Cos)) : [];
    }

    private static void Check(InterruptedSeries series)
    {
        if (series.Interruption < 2 || series.Interruption > series.Outcome.Length - 1)
        {
            throw new ArgumentException(
                $"The interruption at position {series.Interruption} leaves {Math.Max(series.Interruption, 0)} of {series.Outcome.Length} periods before it: at least two before and one after are needed.");
        }

        if (series.SeasonsInYear < 2 || series.FirstSeason < 1 || series.FirstSeason > series.SeasonsInYear)
        {
            throw new ArgumentException($"The first period has season {series.FirstSeason} of {series.SeasonsInYear}: seasons are numbered from 1 to periods in a year, at least two.");
        }

        if (Array.FindIndex(series.Outcome, value => !double.IsFinite(value)) is var missing and >= 0)
        {
            throw new ArgumentException($"Period {missing} (counted from 0) of the series has no outcome: an interrupted time series needs every period, start later or fill the gap at its source.");
        }
    }
}
