using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Effects of a treatment that never was: controls in the treated units' place, each cohort as large as it is.</summary>
internal static class PlaceboErrors
{
    private const int MostChoices = 100_000;

    /// <summary>One effect a draw; each draw has a stream of its own.</summary>
    public static double[] Random(CohortDesign design, BlockWeightSolver[] solvers, SyntheticDidOptions options)
    {
        Check(design);
        var draws = new double[options.Replications];
        Parallel.For(0, draws.Length, draw =>
        {
            var order = design.Controls.ToArray();
            var random = new RandomSequence(options.Seed, (ulong)draw);
            for (var i = 0; i < design.TreatedCount; i++)
            {
                var j = i + random.NextBelow(order.Length - i);
                (order[i], order[j]) = (order[j], order[i]);
            }

            draws[draw] = Effect(design, solvers, order[..design.TreatedCount]);
        });
        return draws;
    }

    /// <summary>One effect for every choice of controls.</summary>
    public static double[] Exhaustive(CohortDesign design, BlockWeightSolver[] solvers)
    {
        Check(design);
        var possible = Assignments.Choose(design.Controls.Length, design.TreatedCount);
        if (design.Cohorts.Length > 1 || possible > MostChoices)
        {
            throw new ArgumentException(
                $"Every choice of {design.TreatedCount} placebo units in {design.Cohorts.Length} cohorts among {design.Controls.Length} controls is too many to try: use random placebos.");
        }

        var first = Enumerable.Range(0, design.Controls.Length).Select(i => i < design.TreatedCount).ToArray();
        var choices = Assignments.Of(first, sampleSize: 2, seed: 0);
        var draws = new double[choices.Count];
        Parallel.For(0, draws.Length, draw =>
        {
            var placebo = choices[draw].ToArray().Select(position => design.Controls[position]).ToArray();
            draws[draw] = Effect(design, solvers, placebo);
        });
        return draws;
    }

    private static double Effect(CohortDesign design, BlockWeightSolver[] solvers, int[] placebo)
    {
        var taken = 0;
        var cohorts = design.Cohorts.Select(cohort =>
        {
            taken += cohort.Units.Length;
            return (cohort.Pre, placebo[(taken - cohort.Units.Length)..taken]);
        }).ToArray();
        var isPlacebo = new bool[design.Series.Length];
        foreach (var unit in placebo)
        {
            isPlacebo[unit] = true;
        }

        var drawn = new CohortDesign(design.Series, Array.FindAll(design.Controls, unit => !isPlacebo[unit]), cohorts);
        return drawn.Effect((cohort, block) => block.Effect(solvers[cohort].Solve(drawn.Controls, cohorts[cohort].Item2)));
    }

    private static void Check(CohortDesign design)
    {
        if (design.Controls.Length <= design.TreatedCount)
        {
            throw new ArgumentException(
                $"Placebos need more controls than treated units: there are {design.Controls.Length} never-treated and {design.TreatedCount} treated. Use the jackknife or the bootstrap.");
        }
    }
}
