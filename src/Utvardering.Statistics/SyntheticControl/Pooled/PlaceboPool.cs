namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>The donors' placebo effects for each start among the treated units.</summary>
internal sealed class PlaceboPool
{
    private PlaceboPool(PlaceboEffect[][] effects) => Effects = effects;

    /// <summary>For each treated unit the effects of every donor in its place. Units with the same start share them.</summary>
    public PlaceboEffect[][] Effects { get; }

    // Donors are never treated, so that a placebo's donor pool is all the others, whichever treated unit it stands for.
    public static PlaceboPool Of(DonorProblem[] problems, SyntheticControlOptions options)
    {
        var byStart = problems.GroupBy(problem => problem.PrePeriods).ToDictionary(group => group.Key, group =>
        {
            var problem = group.First();
            var effects = new PlaceboEffect[problem.Donors.Length];
            Parallel.For(0, effects.Length, donor =>
            {
                var placebo = problem.Placebo(donor, withTreated: false);
                effects[donor] = PlaceboEffect.Of(placebo, SyntheticFitter.Fit(placebo, options));
            });
            return effects;
        });
        return new([.. problems.Select(problem => byStart[problem.PrePeriods])]);
    }
}
