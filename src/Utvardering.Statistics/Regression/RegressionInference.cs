using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Regression;

/// <summary>A fitted regression with one choice of standard errors.</summary>
public sealed class RegressionInference
{
    // Cameron and Miller (2015), "A Practitioner's Guide to Cluster-Robust Inference": few may be anything below 20 to 50.
    private const int EnoughClusters = 40;

    private readonly SampleSize sample;

    internal RegressionInference(RegressionFit fit, CoefficientCovariance covariance, SampleSize? sample)
    {
        (Fit, Covariance) = (fit, covariance);
        var units = fit.FixedEffects.IsEmpty ? fit.Observations : fit.FixedEffects[0].Count;
        var periods = fit.FixedEffects.Length > 1 ? fit.FixedEffects[1].Count : 1;
        this.sample = (sample ?? new SampleSize(fit.Observations, units, 0, periods)) with { Clusters = covariance.Clusters };
    }

    /// <summary>The regression.</summary>
    public RegressionFit Fit { get; }

    /// <summary>The covariance of its coefficients.</summary>
    public CoefficientCovariance Covariance { get; }

    /// <summary>The warnings of the fit and of the standard errors.</summary>
    public ImmutableArray<EstimationWarning> Warnings => Covariance.Clusters is { } clusters ? [.. Fit.Warnings, .. FewClusters(clusters)] : Fit.Warnings;

    /// <summary>The estimate of one coefficient.</summary>
    /// <exception cref="ArgumentException">The regression has no such coefficient, or dropped it.</exception>
    public Estimate this[string name] => Coefficient(name);

    /// <summary>The estimate of one coefficient.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="confidence">The coverage of the interval, such as 0.95.</param>
    /// <exception cref="ArgumentException">The regression has no such coefficient, or dropped it.</exception>
    public Estimate Coefficient(string name, double confidence = 0.95) => Combination([(name, 1)], confidence);

    /// <summary>The estimate of a linear combination of coefficients, Σ weight · coefficient.</summary>
    /// <param name="terms">Names and weights.</param>
    /// <param name="confidence">The coverage of the interval, such as 0.95.</param>
    /// <exception cref="ArgumentException">The regression lacks a coefficient, or dropped it.</exception>
    public Estimate Combination(IEnumerable<(string Name, double Weight)> terms, double confidence = 0.95)
    {
        var weights = Vector<double>.Build.Dense(Fit.Names.Length);
        foreach (var (name, weight) in terms)
        {
            weights[Fit.IndexOf(name)] += weight;
        }

        return Combination(weights, confidence);
    }

    /// <summary>A joint test that the coefficients are all zero.</summary>
    /// <param name="names">Their names.</param>
    /// <exception cref="ArgumentException">No name; the regression lacks a coefficient; the coefficients' covariance is singular.</exception>
    public WaldTest Wald(params IReadOnlyCollection<string> names)
    {
        var positions = names.Select(Fit.IndexOf).ToArray();
        return Wald(Matrix<double>.Build.Dense(positions.Length, Fit.Names.Length, (row, column) => positions[row] == column ? 1 : 0));
    }

    /// <summary>A joint test that combinations of the coefficients are all zero, Rβ = 0.</summary>
    /// <param name="combinations">R, combinations × coefficients.</param>
    /// <exception cref="ArgumentException">No combination; their covariance is singular; standard errors with degrees of freedom of their own.</exception>
    public WaldTest Wald(Matrix<double> combinations)
    {
        if (combinations.RowCount == 0 || combinations.ColumnCount != Fit.Names.Length)
        {
            throw new ArgumentException($"A joint test needs at least one combination of the {Fit.Names.Length} coefficients: name some.");
        }

        if (Covariance.HasOwnDegrees)
        {
            throw new ArgumentException("A joint test is not defined with Bell–McCaffrey standard errors, which have degrees of freedom for one combination at a time: use clustered ones.");
        }

        var values = combinations * Vector<double>.Build.Dense([.. Fit.Coefficients]);
        var covariance = combinations * Covariance.Matrix * combinations.Transpose();
        var solution = covariance.Solve(values);

        // F = (Rβ)′ (RVR′)⁻¹ Rβ / q
        var f = values * solution / combinations.RowCount;
        return double.IsFinite(f) && f >= 0
            ? new(f, combinations.RowCount, Covariance.DegreesOfFreedom)
            : throw new ArgumentException("The coefficients' covariance is singular, fewer clusters than tested coefficients perhaps: test fewer at a time.");
    }

    internal static EstimationWarning[] FewClusters(int clusters) =>
        clusters < EnoughClusters ? [new(EstimationWarningKind.FewClusters, Value: clusters, Limit: EnoughClusters)] : [];

    internal Estimate Combination(Vector<double> weights, double confidence) => Estimate.Wald(
        $"{Fit.Method}, {Covariance.Description}",
        weights * Vector<double>.Build.Dense([.. Fit.Coefficients]),
        Covariance.StandardError(weights),
        Covariance.DegreesOf(weights),
        sample,
        confidence,
        Warnings);
}
