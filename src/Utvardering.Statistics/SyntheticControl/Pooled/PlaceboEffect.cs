namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>The mean gap after a start, and the same over the root mean squared gap before.</summary>
internal readonly record struct PlaceboEffect(double Effect, double Standardised)
{
    public static PlaceboEffect Of(DonorProblem problem, SyntheticFit fit)
    {
        var gaps = fit.Gaps(problem);
        var effect = gaps.Skip(problem.PrePeriods).Average();
        var pre = Math.Max(RootMeanSquare.Of(gaps.AsSpan(0, problem.PrePeriods)), SyntheticControlWarnings.Rounding(problem));
        return new(effect, pre > 0 ? effect / pre : 0);
    }
}
