using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>The synthetic control made anew without each of its donors.</summary>
/// <remarks>Abadie, Diamond and Hainmueller (2015), section 5: an effect that vanishes without one donor is that donor's history.</remarks>
/// <seealso href="https://doi.org/10.1111/ajps.12116"/>
public static class LeaveOneDonorOut
{
    /// <summary>Leaves out every donor that has a weight, one at a time.</summary>
    /// <exception cref="ArgumentException">As <see cref="SyntheticControlMethod.Estimate(CohortPanel, SyntheticControlOptions?)"/>; a single donor.</exception>
    public static LeaveOneDonorOutResult Run(CohortPanel panel, SyntheticControlOptions? options = null)
    {
        options ??= new();
        var problem = DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options);
        if (problem.Donors.Length < 2)
        {
            throw new ArgumentException($"Unit \"{problem.Unit}\" has a single donor, which cannot be left out: widen the donor pool.");
        }

        var full = SyntheticControlMethod.Estimate(problem, options);
        var used = Enumerable.Range(0, problem.Donors.Length).Where(donor => full.Weights[donor].Weight != 0).ToArray();
        var without = new LeftOutDonor[used.Length];
        Parallel.For(0, used.Length, i =>
        {
            var estimate = SyntheticControlMethod.Estimate(problem.Without(used[i]), options);
            without[i] = new(problem.Donors[used[i]], full.Weights[used[i]].Weight, estimate.Effect.Value, estimate.PreRmspe);
        });
        return new(full, [.. without]);
    }
}
