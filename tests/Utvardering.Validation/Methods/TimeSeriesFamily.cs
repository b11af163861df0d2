using Utvardering.Statistics.TimeSeries;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Interrupted time series: the mean series of the treated, alone or against that of the controls.</summary>
internal static class TimeSeriesFamily
{
    private const string Model = "trend, two harmonics, change in level";
    private static readonly InterruptedTimeSeriesOptions Options = new() { SlopeChange = false, Season = SeasonalTerms.Harmonics };

    public static MethodFamily Family { get; } = new(
        [
            new("its", $"Interrupted time series ({Model}), Newey–West", "months, one mean series"),
            new("its-ar1", $"Interrupted time series ({Model}), AR(1) errors by restricted maximum likelihood", "months, one mean series"),
            new("controlled-its", $"Controlled interrupted time series ({Model}), Newey–West", "months, two mean series"),
            new("controlled-its-ar1", $"Controlled interrupted time series ({Model}), AR(1) errors by restricted maximum likelihood", "months, two mean series"),
            new("controlled-its-poisson", $"Controlled interrupted time series of counts ({Model}; ratio of rates), quasi-Poisson", "months, two mean series") { IsComparable = false, NeedsCounts = true },
        ],
        1,
        1,
        trial =>
        {
            var (treated, control) = (Series(trial, true), Series(trial, false));
            return
            [
                Answer.Of(() => InterruptedTimeSeries.LeastSquares(treated, Options).Level),
                Answer.Of(() => InterruptedTimeSeries.Autoregressive(treated, Options).Level),
                Answer.Of(() => InterruptedTimeSeries.Controlled(treated, control, Options).Level),
                Answer.Of(() => InterruptedTimeSeries.ControlledAutoregressive(treated, control, Options).Level),
                trial.MeanCounts(true) is { } counts
                    ? Answer.Of(() => InterruptedTimeSeries.ControlledQuasiPoisson(new(counts, trial.Before), new(trial.MeanCounts(false)!, trial.Before), Options).Level)
                    : Answer.NoCounts,
            ];
        });

    private static InterruptedSeries Series(Trial trial, bool treated) => new(trial.Mean(treated), trial.Before);
}
