namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>
/// The two weight problems of synthetic difference in differences, laid out once for one start and ridge and solved exactly for one choice of treated units
/// and controls after the other: estimate, placebos, bootstrap.
/// </summary>
internal sealed class BlockWeightSolver
{
    private readonly int pre;
    private readonly SyntheticDidWeighting weighting;
    private readonly UnitWeightProblem? units;
    private readonly PeriodWeightProblem? periods;

    /// <param name="design">Its series, and its controls, among which choices are made.</param>
    /// <param name="pre">T₀.</param>
    /// <param name="ridge">That of the estimate, kept for all choices.</param>
    /// <param name="weighting">Which weights.</param>
    public BlockWeightSolver(CohortDesign design, int pre, BlockRidge ridge, SyntheticDidWeighting weighting)
    {
        (this.pre, this.weighting) = (pre, weighting);
        if (weighting == SyntheticDidWeighting.DifferenceInDifferences)
        {
            return;
        }

        units = new([.. design.Series.Select(Before)], design.Controls, ridge.ZetaOmega);
        periods = weighting == SyntheticDidWeighting.SyntheticDid ? new(design.Series, pre, design.Controls, ridge.ZetaLambda) : null;
    }

    public BlockWeights Solve(int[] controls, int[] treated) => new(
        units?.Solve(controls, treated) ?? Equal(controls.Length),
        periods?.Solve(controls) ?? (weighting == SyntheticDidWeighting.SyntheticControl ? new double[pre] : Equal(pre)));

    // The synthetic control has no intercept.
    private double[] Before(double[] series)
    {
        var before = series[..pre];
        if (weighting == SyntheticDidWeighting.SyntheticDid)
        {
            SeriesMean.Centre(before);
        }

        return before;
    }

    private static double[] Equal(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1.0 / count);
        return weights;
    }
}
