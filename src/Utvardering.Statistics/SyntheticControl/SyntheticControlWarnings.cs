using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>What to tell beside a synthetic control.</summary>
internal static class SyntheticControlWarnings
{
    /// <summary>Donors needed for a placebo test at the 5 % level.</summary>
    public const int EnoughDonors = 20;

    /// <summary>Shorter than this, a close fit before treatment may be chance (Abadie 2021, section 6).</summary>
    public const int EnoughPrePeriods = 10;

    /// <summary>A weight above which the synthetic control is in truth one unit.</summary>
    public const double LargestWeight = 0.6;

    // A gap this large beside the spread between units is no match.
    private const double GoodShareOfSpread = 0.25;

    // A fit below this share of the spread is exact but for rounding.
    private const double RoundingShareOfSpread = 1e-9;

    // What the exact solver is expected to reach; above it the weights are not the optimum.
    private const double LargestViolation = 1e-10;

    public static IEnumerable<EstimationWarning> Of(DonorProblem problem, SyntheticControlEstimate estimate)
    {
        var spread = Spread(problem);
        if (estimate.PreRmspe > GoodShareOfSpread * spread)
        {
            yield return new(EstimationWarningKind.PoorPreFit, problem.Unit, Value: estimate.PreRmspe, Limit: GoodShareOfSpread * spread);
        }

        if (estimate.PreRmspe <= RoundingShareOfSpread * spread)
        {
            yield return new(EstimationWarningKind.PerfectPreFit, problem.Unit, Value: estimate.PreRmspe, Limit: RoundingShareOfSpread * spread);
        }

        foreach (var warning in OfWeights(estimate))
        {
            yield return warning;
        }

        if (!estimate.WeightsAreUnique)
        {
            yield return new(EstimationWarningKind.WeightsNotUnique, problem.Unit, Value: problem.Donors.Length, Limit: problem.PrePeriods);
        }

        if (estimate.KktViolation > LargestViolation)
        {
            yield return new(EstimationWarningKind.NotConverged, problem.Unit, Value: estimate.KktViolation, Limit: LargestViolation);
        }

        if (problem.Donors.Length < EnoughDonors)
        {
            yield return new(EstimationWarningKind.FewControlUnits, Value: problem.Donors.Length, Limit: EnoughDonors);
        }

        if (problem.PrePeriods < EnoughPrePeriods)
        {
            yield return new(EstimationWarningKind.ShortPrePeriod, Value: problem.PrePeriods, Limit: EnoughPrePeriods);
        }
    }

    /// <summary>The smallest pre-treatment RMSPE that is told from rounding.</summary>
    public static double Rounding(DonorProblem problem) => RoundingShareOfSpread * Spread(problem);

    private static IEnumerable<EstimationWarning> OfWeights(SyntheticControlEstimate estimate)
    {
        var largest = estimate.Weights.MaxBy(weight => weight.Weight);
        if (largest.Weight > LargestWeight)
        {
            yield return new(EstimationWarningKind.WeightOnOneDonor, largest.Unit, Value: largest.Weight, Limit: LargestWeight);
        }

        var smallest = estimate.Weights.MinBy(weight => weight.Weight);
        if (smallest.Weight < 0)
        {
            yield return new(EstimationWarningKind.NegativeWeights, smallest.Unit, Value: smallest.Weight, Limit: 0);
        }
    }

    /// <summary>How much units differ before treatment: the root mean over periods of the variance between units.</summary>
    private static double Spread(DonorProblem problem)
    {
        double[][] units = [problem.Treated, .. problem.Outcomes];
        var mean = new double[problem.PrePeriods];
        foreach (var unit in units)
        {
            VectorMath.AddScaled(mean, 1.0 / units.Length, unit.AsSpan(0, problem.PrePeriods));
        }

        var sum = 0.0;
        foreach (var unit in units)
        {
            for (var period = 0; period < mean.Length; period++)
            {
                sum += (unit[period] - mean[period]) * (unit[period] - mean[period]);
            }
        }

        return Math.Sqrt(sum / (units.Length - 1) / mean.Length);
    }
}
