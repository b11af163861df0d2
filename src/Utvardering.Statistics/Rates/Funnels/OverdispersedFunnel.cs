using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Rates;

/// <summary>A funnel whose units differ by more than chance, as large units always do: limits widened so that only the unusual lie outside.</summary>
/// <remarks>
/// Spiegelhalter (2005), "Handling Over-Dispersion of Performance Indicators"; Spiegelhalter and others (2012), "Statistical Methods for Healthcare
/// Regulation", section 4. φ multiplies the variance of every unit alike, τ² adds the same to each: the additive limits do not close at large sizes.
/// </remarks>
public sealed class OverdispersedFunnel
{
    private readonly OverdispersionOptions options;

    private OverdispersedFunnel(OverdispersionOptions options, double target, ImmutableArray<double> z, ImmutableArray<double> adjusted, int used, double phi, double tau2) =>
        (this.options, Target, ZScores, AdjustedZScores, Used, Phi, Tau2) = (options, target, z, adjusted, used, phi, tau2);

    /// <summary>1 for ratios, the overall proportion for proportions.</summary>
    public double Target { get; }

    /// <summary>(y − target) / s on the transformed scale, in the points' order; −∞ at no events on the log scale.</summary>
    public ImmutableArray<double> ZScores { get; }

    /// <summary>(y − target) / √(s² + τ²).</summary>
    public ImmutableArray<double> AdjustedZScores { get; }

    /// <summary>The number of units over-dispersion was estimated from.</summary>
    public int Used { get; }

    /// <summary>φ, the mean square of the treated z-scores; 1 where there is no over-dispersion.</summary>
    public double Phi { get; }

    /// <summary>τ², the variance between units, on the transformed scale.</summary>
    public double Tau2 { get; }

    /// <summary>Estimates the over-dispersion.</summary>
    /// <exception cref="ArgumentException">Fewer than three units, a unit without denominator, a proportion outside [0, 1]; the message names the unit.</exception>
    public static OverdispersedFunnel Of(ImmutableArray<FunnelPoint> points, OverdispersionOptions? options = null)
    {
        options ??= new();
        Check(points, options);
        var target = options.Scale == FunnelScale.ArcsineProportion ? points.Sum(point => point.Numerator) / points.Sum(point => point.Denominator) : 1;
        var centre = Transform(target, options.Scale);
        var errors = points.Select(point => StandardError(point.Denominator, options.Scale)).ToArray();
        var z = points.Select((point, i) => (Transform(point.Numerator / point.Denominator, options.Scale) - centre) / errors[i]).ToArray();
        var (used, usedErrors) = Treat(z, errors, options);
        var phi = used.Average(score => score * score);
        if (!double.IsFinite(phi))
        {
            throw new ArgumentException("A unit without events has no finite logarithm: use the root scale, or a larger extreme share.");
        }

        var tau2 = Tau(used.Length, phi, usedErrors);
        return new(options, target, [.. z], [.. z.Select((score, i) => score * errors[i] / Math.Sqrt((errors[i] * errors[i]) + tau2))], used.Length, phi, tau2);
    }

    /// <summary>Limits with s² + τ²: for a unit of this denominator, on the scale of the ratio or proportion.</summary>
    public ConfidenceInterval Additive(double denominator, double confidence)
    {
        var error = StandardError(denominator, options.Scale);
        return Limits(Math.Sqrt((error * error) + Tau2), confidence);
    }

    /// <summary>Limits with φ s²; φ below 1 is taken as 1.</summary>
    public ConfidenceInterval Multiplicative(double denominator, double confidence) =>
        Limits(Math.Sqrt(Math.Max(1, Phi)) * StandardError(denominator, options.Scale), confidence);

    private ConfidenceInterval Limits(double error, double confidence)
    {
        var half = Quantile.Normal(1 - ConfidenceLevel.TailOf(confidence)) * error;
        var centre = Transform(Target, options.Scale);
        return new(Back(centre - half), Back(centre + half), confidence);
    }

    private static (double[] Z, double[] Errors) Treat(double[] z, double[] errors, OverdispersionOptions options)
    {
        var sorted = z.Order().ToArray();
        var (low, high) = (QuantileOf(sorted, options.ExtremeShare), QuantileOf(sorted, 1 - options.ExtremeShare));
        if (options.Outliers == OutlierTreatment.Winsorise)
        {
            return ([.. z.Select(score => Math.Clamp(score, low, high))], errors);
        }

        var kept = Enumerable.Range(0, z.Length).Where(i => low <= z[i] && z[i] <= high).ToArray();
        return ([.. kept.Select(i => z[i])], [.. kept.Select(i => errors[i])]);
    }

    // The moment estimator of DerSimonian and Laird: τ² = (nφ − (n − 1)) / (Σ w − Σ w² / Σ w), w = 1 / s²
    private static double Tau(int n, double phi, double[] errors)
    {
        var weights = errors.Select(error => 1 / (error * error)).ToArray();
        return Math.Max(0, ((n * phi) - (n - 1)) / (weights.Sum() - (weights.Sum(weight => weight * weight) / weights.Sum())));
    }

    // Hyndman and Fan (1996), type 7
    private static double QuantileOf(double[] sorted, double p)
    {
        var position = (sorted.Length - 1) * p;
        var below = (int)position;
        var share = position - below;
        return share == 0 ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }

    private static double Transform(double value, FunnelScale scale) => scale switch
    {
        FunnelScale.LogRatio => Math.Log(value),
        FunnelScale.RootRatio => Math.Sqrt(value),
        _ => Math.Asin(Math.Sqrt(value)),
    };

    private static double StandardError(double denominator, FunnelScale scale) => scale == FunnelScale.LogRatio ? 1 / Math.Sqrt(denominator) : 1 / (2 * Math.Sqrt(denominator));

    private double Back(double value)
    {
        if (options.Scale == FunnelScale.LogRatio)
        {
            return Math.Exp(value);
        }

        // Below the scale's own zero the limit is zero, above a quarter turn the proportion is 1.
        var root = options.Scale == FunnelScale.RootRatio ? Math.Max(0, value) : Math.Sin(Math.Clamp(value, 0, Math.PI / 2));
        return root * root;
    }

    private static void Check(ImmutableArray<FunnelPoint> points, OverdispersionOptions options)
    {
        if (points.Length < 3 || !(options.ExtremeShare is >= 0 and < 0.5))
        {
            throw new ArgumentException($"Over-dispersion needs at least three units and an extreme share from 0 to below 0.5, not {points.Length} and {options.ExtremeShare}.");
        }

        foreach (var point in points)
        {
            if (!(point.Denominator > 0) || !(point.Numerator >= 0) || (options.Scale == FunnelScale.ArcsineProportion && point.Numerator > point.Denominator))
            {
                throw new ArgumentException($"\"{point.Name}\" has {point.Numerator} of {point.Denominator}: a unit needs a positive denominator and a numerator that fits it.");
            }
        }
    }
}
