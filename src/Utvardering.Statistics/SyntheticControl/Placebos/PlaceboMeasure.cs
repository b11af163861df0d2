namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>What one unit's gaps come to.</summary>
internal sealed class PlaceboMeasure
{
    private readonly DonorProblem problem;
    private readonly SyntheticFit fit;
    private readonly double[] gaps;
    private readonly double rounding;

    /// <param name="rounding">A pre-treatment RMSPE below this counts as this: else the ratio of two perfect fits were a ratio of roundings.</param>
    public PlaceboMeasure(DonorProblem problem, SyntheticFit fit, double rounding)
    {
        (this.problem, this.fit, this.rounding) = (problem, fit, rounding);
        gaps = fit.Gaps(problem);
        Pre = RootMeanSquare.Of(gaps.AsSpan(0, problem.PrePeriods));
        Effect = gaps.Skip(problem.PrePeriods).Average();
    }

    public double Pre { get; }

    public double Effect { get; }

    public double Ratio(Side side)
    {
        var post = RootMeanSquare.Of(gaps.AsSpan(problem.PrePeriods), side);
        var pre = Math.Max(Pre, rounding);
        return post == 0 ? 0 : post / pre;
    }

    public PlaceboUnit ToUnit(bool isLeftOut) =>
        new(problem.Unit, Effect, Pre, RootMeanSquare.Of(gaps.AsSpan(problem.PrePeriods)), Ratio(Side.Both), isLeftOut)
        {
            Weights = [.. problem.Donors.Select((donor, i) => new UnitWeight(donor, fit.Weights[i]))],
            Gaps = [.. gaps],
        };
}
