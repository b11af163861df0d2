using Utvardering.Statistics.Random;
using Utvardering.Statistics.SyntheticControl.Simplex;
using Utvardering.Statistics.SyntheticControl.SyntheticDid;

namespace Utvardering.Statistics.Tests.SyntheticControl;

/// <summary>Weights from sums that all choices share, held against the active set on the chosen controls' own points.</summary>
public class BlockWeightSolverTests
{
    [Theory]
    [InlineData(25, 10)]
    [InlineData(7, 16)]
    public void Weights_of_a_choice_are_those_of_its_own_problem(int units, int pre) => Property.HoldsForEverySeed(
        seed =>
        {
            var series = Series(seed, units, pre + 3);
            var design = new CohortDesign(series, [.. Enumerable.Range(2, units - 2)], [(pre, [0, 1])]);
            var ridge = BlockRidge.Of(design.Block(0), SyntheticDidWeighting.SyntheticDid);
            var solver = new BlockWeightSolver(design, pre, ridge, SyntheticDidWeighting.SyntheticDid);

            // Placebos: two controls in the treated units' place. Bootstrap: controls with repetition.
            var random = new RandomSequence(seed, 33);
            int[] placebo = [2 + random.NextBelow(2), 4];
            int[] drawn = [.. Enumerable.Range(0, units - 2).Select(_ => 2 + random.NextBelow(units - 2))];
            return new[] { (Controls: design.Controls, Treated: (int[])[0, 1]), ([.. design.Controls.Except(placebo)], placebo), (drawn, [0, 0]) }.All(choice =>
            {
                var weights = solver.Solve(choice.Controls, choice.Treated);
                return AreNear(Omega(series, choice.Controls, choice.Treated, pre, ridge.ZetaOmega), weights.Omega)
                    && AreNear(Lambda(series, choice.Controls, pre, ridge.ZetaLambda), weights.Lambda);
            });
        },
        cases: 100);

    private static double[] Omega(double[][] series, int[] controls, int[] treated, int pre, double zeta)
    {
        var target = Centred([.. Enumerable.Range(0, pre).Select(t => treated.Average(unit => series[unit][t]))]);
        return Weights([.. controls.Select(unit => Centred(series[unit][..pre]))], target, zeta);
    }

    private static double[] Lambda(double[][] series, int[] controls, int pre, double zeta)
    {
        var target = Centred([.. controls.Select(unit => series[unit][pre..].Average())]);
        return Weights([.. Enumerable.Range(0, pre).Select(t => Centred([.. controls.Select(unit => series[unit][t])]))], target, zeta);
    }

    // min ‖Xw − y‖² + ζ² rows ‖w‖²
    private static double[] Weights(double[][] columns, double[] target, double zeta) => SimplexLeastSquares.ActiveSet(
        new([.. columns.SelectMany(column => column.Zip(target, (x, y) => x - y))], columns.Length, target.Length, zeta * zeta * target.Length), []);

    private static double[] Centred(double[] values) => [.. values.Select(value => value - values.Average())];

    private static double[][] Series(ulong seed, int units, int periods)
    {
        var panel = new RandomPanel(units, periods, 2001 + periods - 1).Of(seed);
        return [.. Enumerable.Range(0, units).Select(unit => panel.Series(unit).ToArray())];
    }

    private static bool AreNear(double[] expected, double[] actual) => expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-10);
}
