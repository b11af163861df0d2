using Utvardering.Statistics.TimeSeries;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>The controlled interrupted time series: the mean series of the treated against that of the controls.</summary>
internal static class TimeSeriesFamily
{
    private static readonly InterruptedTimeSeriesOptions Options = new() { SlopeChange = false, Season = SeasonalTerms.Harmonics };

    public static MethodFamily Family { get; } = new(
        [new("controlled-its", "Controlled interrupted time series (trend, two harmonics, change in level), Newey–West", "months, two mean series")],
        1,
        1,
        trial => [Answer.Of(() => InterruptedTimeSeries.Controlled(Series(trial, true), Series(trial, false), Options)["treated × level"])]);

    private static InterruptedSeries Series(Trial trial, bool treated) => new(trial.Mean(treated), trial.Before);
}
