using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Pooling;

/// <summary>The estimators of τ², their standard errors and the Q-profile interval.</summary>
/// <remarks>
/// Formulas with moderators as in Viechtbauer (2010), "Conducting Meta-Analyses in R with the metafor Package", and Raudenbush (2009). P is
/// <see cref="WeightedFit.Projection"/>. The likelihoods are maximised exactly: the best of a grid over [0, upper], refined by halving
/// where the derivative changes sign, so that a second, lower maximum is not mistaken for the first.
/// </remarks>
internal static class BetweenStudyVariance
{
    private const int GridHalvings = 50;
    private const int MostHalvings = 400;

    public static double Estimate(StudyTable table, HeterogeneityEstimator estimator) => Math.Max(0, Untruncated(table, estimator));

    /// <summary>The τ² with Q(τ²) at the quantiles of χ²(k − p).</summary>
    /// <remarks>Viechtbauer (2007), "Confidence Intervals for the Amount of Heterogeneity in Meta-Analysis". Q(τ²) falls in τ².</remarks>
    public static ConfidenceInterval QProfile(StudyTable table, double confidence)
    {
        var tail = ConfidenceLevel.TailOf(confidence);
        var shape = table.ResidualDegreesOfFreedom / 2.0;
        return new(WhereQIs(table, 2 * Quantile.GammaUpper(tail, shape)), WhereQIs(table, 2 * Quantile.GammaLower(tail, shape)), confidence);
    }

    public static double StandardError(StudyTable table, HeterogeneityEstimator estimator, double tau2)
    {
        var (k, df) = (table.Studies, table.ResidualDegreesOfFreedom);
        switch (estimator)
        {
            case HeterogeneityEstimator.CommonEffect:
                return double.NaN;
            case HeterogeneityEstimator.MaximumLikelihood:
                // inverse of the Fisher information ½ Σ w²
                return Math.Sqrt(2 / new WeightedFit(table, tau2).Weights.Sum(weight => weight * weight));
            case HeterogeneityEstimator.RestrictedMaximumLikelihood:
                // inverse of ½ tr(PP)
                var projection = new WeightedFit(table, tau2).Projection();
                return Math.Sqrt(2 / Dot(projection, projection));
            case HeterogeneityEstimator.PauleMandel:
                return Math.Sqrt(2.0 * k * k / df) / new WeightedFit(table, tau2).Weights.Sum();
            default:
                // The others are a quadratic form y′Ay / c in the effects: var = 2 tr(AΣAΣ) / c² with Σ = diag(v + τ²).
                var (form, divisor) = QuadraticForm(table, estimator);
                var spread = form * Matrix<double>.Build.DenseOfDiagonalArray([.. table.Variances.Select(variance => variance + tau2)]);
                return Math.Sqrt(2 * Dot(spread, spread.Transpose())) / divisor;
        }
    }

    private static double Untruncated(StudyTable table, HeterogeneityEstimator estimator)
    {
        switch (estimator)
        {
            case HeterogeneityEstimator.CommonEffect:
                return 0;
            case HeterogeneityEstimator.DerSimonianLaird:
                // τ² = (Q − df) / tr(P)
                var fixedFit = new WeightedFit(table, 0);
                return (fixedFit.Q - table.ResidualDegreesOfFreedom) / fixedFit.TraceOfProjection;
            case HeterogeneityEstimator.HunterSchmidt:
                // τ² = (Q − k) / Σ w
                var hunter = new WeightedFit(table, 0);
                return (hunter.Q - table.Studies) / hunter.Weights.Sum();
            case HeterogeneityEstimator.Hedges:
                // τ² = (RSS − tr(PV)) / df with P the unweighted projection
                var unweighted = new WeightedFit(table, Ones(table));
                return (unweighted.Q - (unweighted.Projection() * Matrix<double>.Build.DenseOfDiagonalArray(table.Variances)).Trace()) / table.ResidualDegreesOfFreedom;
            case HeterogeneityEstimator.SidikJonkman:
                // τ² = τ₀² Q(τ₀²) / df
                var start = SidikJonkmanStart(table);
                return start * new WeightedFit(table, start).Q / table.ResidualDegreesOfFreedom;
            case HeterogeneityEstimator.PauleMandel:
                return WhereQIs(table, table.ResidualDegreesOfFreedom);
            case HeterogeneityEstimator.MaximumLikelihood:
                // 2 ∂ℓ/∂τ² = y′PPy − tr(W)
                return Maximise(table, fit => fit.LogLikelihood, fit => fit.ProjectedSquares - fit.Weights.Sum());
            case HeterogeneityEstimator.RestrictedMaximumLikelihood:
                // 2 ∂ℓ/∂τ² = y′PPy − tr(P)
                return Maximise(table, fit => fit.RestrictedLogLikelihood, fit => fit.ProjectedSquares - fit.TraceOfProjection);
            default:
                throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "There is no such estimator of τ².");
        }
    }

    private static (Matrix<double> Form, double Divisor) QuadraticForm(StudyTable table, HeterogeneityEstimator estimator)
    {
        switch (estimator)
        {
            case HeterogeneityEstimator.DerSimonianLaird:
                var fixedFit = new WeightedFit(table, 0);
                return (fixedFit.Projection(), fixedFit.TraceOfProjection);
            case HeterogeneityEstimator.HunterSchmidt:
                var hunter = new WeightedFit(table, 0);
                return (hunter.Projection(), hunter.Weights.Sum());
            case HeterogeneityEstimator.Hedges:
                return (new WeightedFit(table, Ones(table)).Projection(), table.ResidualDegreesOfFreedom);
            default:
                var start = SidikJonkmanStart(table);
                return (new WeightedFit(table, start).Projection(), table.ResidualDegreesOfFreedom / start);
        }
    }

    // τ₀² = Σ(y − ȳ)² / k
    private static double SidikJonkmanStart(StudyTable table)
    {
        var mean = table.Effects.Average();
        return table.Effects.Sum(effect => (effect - mean) * (effect - mean)) / table.Studies;
    }

    private static double WhereQIs(StudyTable table, double target)
    {
        if (new WeightedFit(table, 0).Q <= target)
        {
            return 0;
        }

        var high = Upper(table);
        while (new WeightedFit(table, high).Q > target)
        {
            high *= 2;
        }

        return Root(0, high, tau2 => new WeightedFit(table, tau2).Q - target);
    }

    private static double Maximise(StudyTable table, Func<WeightedFit, double> likelihood, Func<WeightedFit, double> derivative)
    {
        var upper = Upper(table);
        double[] grid = [0, .. Enumerable.Range(0, GridHalvings + 1).Select(i => Math.ScaleB(upper, i - GridHalvings))];
        var best = grid.Index().MaxBy(point => likelihood(new(table, point.Item))).Index;
        var (low, high) = (grid[Math.Max(0, best - 1)], grid[Math.Min(grid.Length - 1, best + 1)]);
        return best == 0 && derivative(new(table, 0.0)) <= 0 ? 0 : Root(low, high, tau2 => derivative(new(table, tau2)));
    }

    // No estimate lies above a few times the plain variance of the effects; the interval's end is sought beyond it.
    private static double Upper(StudyTable table)
    {
        var mean = table.Effects.Average();
        return (10 * table.Effects.Sum(effect => (effect - mean) * (effect - mean))) + table.Variances.Max();
    }

    private static double Root(double low, double high, Func<double, double> falling)
    {
        for (var i = 0; i < MostHalvings; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = falling(middle) > 0 ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    private static double[] Ones(StudyTable table) => [.. table.Variances.Select(_ => 1.0)];

    private static double Dot(Matrix<double> a, Matrix<double> b) => a.PointwiseMultiply(b).Enumerate().Sum();
}
