using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Pooling;

/// <summary>How much the true effects differ between studies, beyond what chance within studies gives.</summary>
/// <remarks>
/// I² and H² set τ² against the typical variance within studies, v = (k − p) / tr(P): Higgins and Thompson (2002),
/// "Quantifying Heterogeneity in a Meta-Analysis". With DerSimonian and Laird's τ² they are (Q − df) / Q and Q / df. I² is no measure of how
/// much effects differ: precise studies have a large one at the same τ.
/// </remarks>
/// <param name="Tau2">The variance of the true effects, in the square of the effects' unit.</param>
/// <param name="Tau2StandardError">Its large-sample standard error; NaN for a common effect.</param>
/// <param name="ISquared">τ² / (τ² + v), 0 … 1.</param>
/// <param name="HSquared">(τ² + v) / v, at least 1 for a random-effects estimator.</param>
/// <param name="Q">Cochran's Q: the weighted squares about the common effect (or the regression).</param>
/// <param name="DegreesOfFreedom">Studies less coefficients.</param>
/// <param name="PValue">P(χ² ≥ Q): a test with little power in few studies.</param>
/// <param name="TypicalVariance">v, the typical variance within studies.</param>
public sealed record Heterogeneity(
    double Tau2, double Tau2StandardError, double ISquared, double HSquared, double Q, int DegreesOfFreedom, double PValue, double TypicalVariance)
{
    /// <summary>The standard deviation of the true effects, in their unit.</summary>
    public double Tau => Math.Sqrt(Tau2);

    /// <summary>The interval of τ² by Viechtbauer's Q-profile.</summary>
    public ConfidenceInterval Tau2Interval { get; init; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>The interval of I² that belongs to that of τ².</summary>
    public ConfidenceInterval ISquaredInterval => Of(tau2 => tau2 / (tau2 + TypicalVariance));

    /// <summary>The interval of H² that belongs to that of τ².</summary>
    public ConfidenceInterval HSquaredInterval => Of(tau2 => (tau2 + TypicalVariance) / TypicalVariance);

    private ConfidenceInterval Of(Func<double, double> of) => Tau2Interval with { Low = of(Tau2Interval.Low), High = of(Tau2Interval.High) };
}
