using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>A placebo in time of synthetic difference in differences: treatment is moved to a period before it happened, and only periods before it happened are used.</summary>
/// <remarks>Abadie, Diamond and Hainmueller (2015), section 4, for <see cref="SyntheticDifferenceInDifferences"/>: a large effect speaks against the design.</remarks>
public static class SyntheticDidInTime
{
    /// <summary>The estimate when all treated units are taken to begin earlier.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="start">The placebo's first period, after the panel's first and before the first true start.</param>
    /// <param name="options">As in the real analysis.</param>
    /// <exception cref="ArgumentException">As <see cref="SyntheticDifferenceInDifferences.Estimate"/>; a start outside the periods before treatment.</exception>
    public static SyntheticDidEstimate Run(CohortPanel panel, int start, SyntheticDidOptions? options = null)
    {
        var first = panel.Cohorts.Min() ?? throw new ArgumentException("No unit is treated: a placebo in time moves a treatment that there is.");
        if (start <= panel.Periods[0] || start >= first)
        {
            throw new ArgumentException($"A placebo in time must begin after {panel.Periods[0]} and before {first}, when the first unit was treated: {start} does not.");
        }

        var before = panel.Window(0, first - panel.Periods[0]).WithCohorts([.. panel.Cohorts.Select(cohort => cohort is null ? (int?)null : start)]);
        var estimate = SyntheticDifferenceInDifferences.Estimate(before, options);
        return estimate with { Effect = estimate.Effect with { Method = estimate.Effect.Method + $", placebo in time from {start}" } };
    }
}
