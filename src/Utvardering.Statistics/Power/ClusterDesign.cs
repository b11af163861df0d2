using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Power;

/// <summary>A difference-in-differences of clusters of persons measured before and after, equally many in both arms.</summary>
/// <remarks>
/// Teerenstra, Eldridge, Graff, de Hoop and Borm (2012), "A Simple Sample Size Formula for Analysis of Covariance in Cluster Randomized Trials";
/// Rutterford, Copas and Eldridge (2015), section 3.5. The test is t with 2 (k − 1) degrees of freedom.
/// </remarks>
public sealed record ClusterDesign
{
    private const int Halvings = 200;

    /// <summary>k, clusters in each arm; more than one. A share of a cluster is allowed, to see how many are needed.</summary>
    public required double Clusters { get; init; }

    /// <summary>m, persons in each cluster at each time.</summary>
    public required double Subjects { get; init; }

    /// <summary>ρ, the share of the variance between clusters, 0 … 1.</summary>
    public required double IntraclassCorrelation { get; init; }

    /// <summary>The correlation of a cluster's own part before and after; 0 is cautious.</summary>
    public double ClusterAutocorrelation { get; init; }

    /// <summary>The correlation of a person's own part before and after; 0 where other persons are measured.</summary>
    public double SubjectAutocorrelation { get; init; }

    /// <summary>The variance of the outcome, between and within clusters together.</summary>
    public double Variance { get; init; } = 1;

    /// <summary>The standard error of the difference in mean changes.</summary>
    public double StandardError
    {
        get
        {
            // σ² · 4 (1 + (m − 1) ρ)(1 − r) / (k m), r = (m ρ r_c + (1 − ρ) r_s) / (1 + (m − 1) ρ)
            var inflation = 1 + ((Subjects - 1) * IntraclassCorrelation);
            var correlation = ((Subjects * IntraclassCorrelation * ClusterAutocorrelation) + ((1 - IntraclassCorrelation) * SubjectAutocorrelation)) / inflation;
            return Math.Sqrt(4 * Variance * inflation * (1 - correlation) / (Clusters * Subjects));
        }
    }

    /// <summary>The chance of finding the effect.</summary>
    /// <exception cref="ArgumentException">One cluster or fewer in an arm.</exception>
    public double Power(double effect, double confidence = 0.95) => NoncentralT.Upper(Critical(confidence), Degrees, Math.Abs(effect) / StandardError);

    /// <summary>The effect found with this chance, such as 0.8.</summary>
    /// <exception cref="ArgumentException">One cluster or fewer in an arm.</exception>
    public double DetectableEffect(double power, double confidence = 0.95) => NoncentralT.ShiftFor(Critical(confidence), Degrees, power) * StandardError;

    /// <summary>The clusters in each arm with which the effect is found with this chance; round up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An effect of zero.</exception>
    public double ClustersFor(double effect, double power, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfZero(effect);
        var (low, high) = (1 + 1e-9, 2.0);
        while ((this with { Clusters = high }).Power(effect, confidence) < power)
        {
            high *= 2;
        }

        for (var i = 0; i < Halvings && high - low > 1e-12 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = (this with { Clusters = middle }).Power(effect, confidence) < power ? (middle, high) : (low, middle);
        }

        return high;
    }

    private double Degrees => Clusters > 1
        ? 2 * (Clusters - 1)
        : throw new ArgumentException($"A test of clusters needs more than one in each arm, not {Clusters}: give more.");

    private double Critical(double confidence) => Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(confidence), Degrees);
}
