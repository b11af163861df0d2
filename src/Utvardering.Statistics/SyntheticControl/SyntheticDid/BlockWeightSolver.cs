namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>
/// The two weight problems of synthetic difference in differences, laid out once for one start and ridge and solved exactly for one choice of treated units
/// and controls after the other: estimate, placebos, bootstrap.
/// </summary>
internal sealed class BlockWeightSolver
{
    private readonly int _pre;
    private readonly SyntheticDidWeighting _weighting;
    private readonly UnitWeightProblem? _units;
    private readonly PeriodWeightProblem? _periods;

    /// <param name="design">Its series, and its controls, among which choices are made.</param>
    /// <param name="pre">T₀.</param>
    /// <param name="ridge">That of the estimate, kept for all choices.</param>
    /// <param name="weighting">Which weights.</param>
    public BlockWeightSolver(CohortDesign design, int pre, BlockRidge ridge, SyntheticDidWeighting weighting)
    {
        (_pre, _weighting) = (pre, weighting);
        if (weighting == SyntheticDidWeighting.DifferenceInDifferences)
        {
            return;
        }

        _units = new([.. design.Series.Select(Before)], design.Controls, ridge.ZetaOmega);
        _periods = weighting == SyntheticDidWeighting.SyntheticDid ? new(design.Series, pre, design.Controls, ridge.ZetaLambda) : null;
    }

    public BlockWeights Solve(int[] controls, int[] treated) => new(
        _units?.Solve(controls, treated) ?? Equal(controls.Length),
        _periods?.Solve(controls) ?? (_weighting == SyntheticDidWeighting.SyntheticControl ? new double[_pre] : Equal(_pre)));

    // The synthetic control has no intercept.
    private double[] Before(double[] series)
    {
        var before = series[.._pre];
        if (_weighting == SyntheticDidWeighting.SyntheticDid)
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
