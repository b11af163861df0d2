using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>A placebo in time: the treatment is moved to a period before it happened, and only periods before it happened are used.</summary>
/// <remarks>Abadie, Diamond and Hainmueller (2015), "Comparative Politics and the Synthetic Control Method", section 4: a large effect then speaks against the design.</remarks>
/// <seealso href="https://doi.org/10.1111/ajps.12116"/>
public static class PlaceboInTime
{
    /// <summary>The synthetic control and its gaps when treatment is taken to begin earlier.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="start">The placebo's first period, after the panel's first and before the true start.</param>
    /// <param name="options">Which unit, which donors, which weights.</param>
    /// <exception cref="ArgumentException">As <see cref="SyntheticControlMethod.Estimate(CohortPanel, SyntheticControlOptions?)"/>; a start outside the periods before treatment.</exception>
    public static SyntheticControlEstimate Run(CohortPanel panel, int start, SyntheticControlOptions? options = null)
    {
        options ??= new();
        var problem = DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options);
        var position = start - problem.Periods[0];
        if (position < 1 || position >= problem.PrePeriods)
        {
            throw new ArgumentException(
                $"A placebo in time of unit \"{problem.Unit}\" must begin after {problem.Periods[0]} and before {problem.Periods[problem.PrePeriods]}, when it was treated: {start} does not.");
        }

        var before = problem.Keeping([.. Enumerable.Range(0, problem.PrePeriods)]) with { PrePeriods = position };
        var estimate = SyntheticControlMethod.Estimate(before, options);
        return estimate with { Effect = estimate.Effect with { Method = estimate.Effect.Method + $", placebo in time from {start}" } };
    }
}
