namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>What one unit's gaps come to.</summary>
internal sealed class PlaceboMeasure
{
    private readonly DonorProblem _problem;
    private readonly SyntheticFit _fit;
    private readonly double[] _gaps;
    private readonly double _rounding;

    /// <param name="rounding">A pre-treatment RMSPE below this counts as this: else the ratio of two perfect fits were a ratio of roundings.</param>
    public PlaceboMeasure(DonorProblem problem, SyntheticFit fit, double rounding)
    {
        (_problem, _fit, _rounding) = (problem, fit, rounding);
        _gaps = fit.Gaps(problem);
        Pre = RootMeanSquare.Of(_gaps.AsSpan(0, problem.PrePeriods));
        Effect = _gaps.Skip(problem.PrePeriods).Average();
    }

    public double Pre { get; }

    public double Effect { get; }

    public double Ratio(Side side)
    {
        var post = RootMeanSquare.Of(_gaps.AsSpan(_problem.PrePeriods), side);
        var pre = Math.Max(Pre, _rounding);
        return post == 0 ? 0 : post / pre;
    }

    public PlaceboUnit ToUnit(bool isLeftOut) =>
        new(_problem.Unit, Effect, Pre, RootMeanSquare.Of(_gaps.AsSpan(_problem.PrePeriods)), Ratio(Side.Both), isLeftOut)
        {
            Weights = [.. _problem.Donors.Select((donor, i) => new UnitWeight(donor, _fit.Weights[i]))],
            Gaps = [.. _gaps],
        };
}
