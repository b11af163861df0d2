using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Pooling;

/// <summary>Random-effects meta-analysis: studies yᵢ ~ N(θᵢ, vᵢ) of true effects θᵢ ~ N(xᵢ′β, τ²).</summary>
/// <remarks>
/// DerSimonian and Laird (1986), "Meta-Analysis in Clinical Trials"; Hartung and Knapp (2001), Knapp and Hartung (2003) for the inference;
/// Higgins, Thompson and Spiegelhalter (2009) for the prediction interval, which answers what another municipality may expect. An interval of
/// the mean that excludes zero beside a prediction interval that holds zero: it works on average, not everywhere.
/// </remarks>
public static class MetaAnalysis
{
    private const int EnoughStudies = 5;

    /// <summary>Pools the studies.</summary>
    /// <exception cref="ArgumentException">Fewer than two studies, or one without a finite effect and positive variance.</exception>
    public static PooledEffect Estimate(ImmutableArray<Study> studies, MetaAnalysisOptions? options = null)
    {
        options ??= new();
        var table = StudyTable.Of(studies);
        var fit = new MetaFit(table, options);
        var total = fit.Weighted.Weights.Sum();
        var estimate = fit.Coefficient(0, Method("random-effects mean", options), Warnings(table, fit, options));
        return new(
            estimate, Prediction(estimate, fit, table, options), fit.Heterogeneity, [.. fit.Weighted.Weights.Select(weight => weight / total)],
            options.Heterogeneity == HeterogeneityEstimator.RestrictedMaximumLikelihood ? fit.Weighted.RestrictedLogLikelihood : fit.Weighted.LogLikelihood);
    }

    /// <summary>Meta-regression: how the effects depend on moderators. Studies are not randomised to their moderators.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Estimate"/>; no moderators, or collinear ones.</exception>
    public static MetaRegressionResult Regress(ImmutableArray<Study> studies, ImmutableArray<Moderator> moderators, MetaAnalysisOptions? options = null)
    {
        options ??= new();
        if (moderators.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A meta-regression needs at least one moderator: use MetaAnalysis.Estimate for the mean.");
        }

        var table = StudyTable.Of(studies, moderators);
        var fit = new MetaFit(table, options);
        var warnings = Warnings(table, fit, options);
        var explained = BetweenStudyVariance.Estimate(table.WithoutModerators(), options.Heterogeneity);

        // QM = β₁′ var(β₁)⁻¹ β₁ over the moderators; F = QM / m under Knapp–Hartung
        var m = moderators.Length;
        var slopes = fit.Weighted.Coefficients.SubVector(1, m);
        var quadratic = slopes * fit.Covariance.SubMatrix(1, m, 1, m).Solve(slopes);
        var isWald = options.Inference == PooledInference.Wald;
        return new(
            [.. Enumerable.Range(0, m + 1).Select(i => fit.Coefficient(i, Method(i == 0 ? "constant of the meta-regression" : $"slope on {moderators[i - 1].Name}", options), warnings))],
            fit.Heterogeneity,
            explained > 0 ? Math.Max(0, (explained - fit.Tau2) / explained) : double.NaN,
            isWald ? quadratic : quadratic / m,
            isWald ? Tail.ChiSquared(quadratic, m) : Tail.Fisher(quadratic / m, m, table.ResidualDegreesOfFreedom));
    }

    /// <summary>The pooled mean without each study in turn, in the studies' order: one municipality must not carry the conclusion.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Estimate"/>, with at least three studies.</exception>
    public static ImmutableArray<PooledEffect> LeaveOneOut(ImmutableArray<Study> studies, MetaAnalysisOptions? options = null) =>
        [.. Enumerable.Range(0, studies.Length).Select(left => Estimate(studies.RemoveAt(left), options))];

    private static ConfidenceInterval Prediction(Estimate estimate, MetaFit fit, StudyTable table, MetaAnalysisOptions options)
    {
        if (options.Heterogeneity == HeterogeneityEstimator.CommonEffect)
        {
            return new(double.NaN, double.NaN, options.Confidence);
        }

        var degrees = options.Prediction == PredictionReference.Higgins ? table.ResidualDegreesOfFreedom - 1 : estimate.DegreesOfFreedom;
        if (degrees <= 0)
        {
            // Two studies have no degree of freedom left for Higgins' t: any true effect is possible.
            return new(double.NegativeInfinity, double.PositiveInfinity, options.Confidence);
        }

        // μ̂ ± t √(τ² + se²)
        var half = Quantile.StudentTwoSided(2 * ConfidenceLevel.TailOf(options.Confidence), degrees) * Math.Sqrt(fit.Tau2 + (estimate.StandardError * estimate.StandardError));
        return new(estimate.Value - half, estimate.Value + half, options.Confidence);
    }

    private static ImmutableArray<EstimationWarning> Warnings(StudyTable table, MetaFit fit, MetaAnalysisOptions options)
    {
        var warnings = ImmutableArray.CreateBuilder<EstimationWarning>();
        if (table.Studies < EnoughStudies)
        {
            warnings.Add(new(EstimationWarningKind.FewStudies, Value: table.Studies, Limit: EnoughStudies));
        }

        if (options.Inference == PooledInference.KnappHartung && fit.ResidualMeanSquare < 1)
        {
            warnings.Add(new(EstimationWarningKind.VarianceScaledDown, Value: fit.ResidualMeanSquare, Limit: 1));
        }

        return warnings.ToImmutable();
    }

    private static string Method(string what, MetaAnalysisOptions options)
    {
        var tau2 = options.Heterogeneity switch
        {
            HeterogeneityEstimator.RestrictedMaximumLikelihood => "REML",
            HeterogeneityEstimator.DerSimonianLaird => "DerSimonian–Laird",
            HeterogeneityEstimator.PauleMandel => "Paule–Mandel",
            HeterogeneityEstimator.MaximumLikelihood => "maximum likelihood",
            HeterogeneityEstimator.Hedges => "Hedges",
            HeterogeneityEstimator.SidikJonkman => "Sidik–Jonkman",
            HeterogeneityEstimator.HunterSchmidt => "Hunter–Schmidt",
            _ => "zero (common effect)",
        };
        var inference = options.Inference switch
        {
            PooledInference.KnappHartung => "Knapp–Hartung",
            PooledInference.KnappHartungTruncated => "Knapp–Hartung, never below 1",
            _ => "Wald",
        };
        return $"{what}, τ² by {tau2}, {inference} inference";
    }
}
