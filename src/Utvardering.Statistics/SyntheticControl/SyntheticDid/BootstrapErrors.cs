using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Effects in samples of units drawn with replacement, weights made anew (algorithm 2).</summary>
internal static class BootstrapErrors
{
    /// <summary>One effect a draw; a draw without treated units or without controls is made again.</summary>
    public static double[] Draws(CohortDesign design, BlockWeightSolver[] solvers, SyntheticDidOptions options)
    {
        if (design.TreatedCount < 2)
        {
            throw new ArgumentException("The bootstrap needs two treated units or more: with one it knows nothing of how treated units differ. Use placebos.");
        }

        var draws = new double[options.Replications];
        Parallel.For(0, draws.Length, draw => draws[draw] = Draw(design, solvers, new(options.Seed, (ulong)draw)));
        return draws;
    }

    private static double Draw(CohortDesign design, BlockWeightSolver[] solvers, RandomSequence random)
    {
        int[] units = [.. design.Controls, .. design.Cohorts.SelectMany(cohort => cohort.Units)];
        while (true)
        {
            var times = new int[design.Series.Length];
            for (var i = 0; i < units.Length; i++)
            {
                times[units[random.NextBelow(units.Length)]]++;
            }

            int[] Drawn(int[] of) => [.. of.SelectMany(unit => Enumerable.Repeat(unit, times[unit]))];
            var cohorts = design.Cohorts.Index().Select(cohort => (cohort.Index, cohort.Item.Pre, Units: Drawn(cohort.Item.Units)))
                .Where(cohort => cohort.Units.Length > 0)
                .ToArray();
            var sample = new CohortDesign(design.Series, Drawn(design.Controls), [.. cohorts.Select(cohort => (cohort.Pre, cohort.Units))]);
            if (cohorts.Length > 0 && sample.Controls.Length > 0)
            {
                return sample.Effect((cohort, block) => block.Effect(solvers[cohorts[cohort].Index].Solve(sample.Controls, cohorts[cohort].Units)));
            }
        }
    }
}
