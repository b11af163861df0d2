using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Pooling;

/// <summary>Do imprecise studies show larger effects? A sign that studies without an effect were not published, or that small ones differ.</summary>
public static class SmallStudyEffects
{
    private const int MostRounds = 1000;

    /// <summary>The slope of the effects on their standard errors under random effects.</summary>
    /// <remarks>Sterne and Egger (2005), "Regression Methods to Detect Publication and Other Bias in Meta-Analysis".</remarks>
    /// <exception cref="ArgumentException">As for <see cref="MetaAnalysis.Regress"/>; all studies as precise as each other.</exception>
    public static Estimate RegressionTest(ImmutableArray<Study> studies, MetaAnalysisOptions? options = null) =>
        MetaAnalysis.Regress(studies, [new("the standard error", [.. studies.Select(study => Math.Sqrt(study.Variance))])], options).Coefficients[1];

    /// <summary>Egger's own test: weighted least squares of the effects on their standard errors, t with k − 2 degrees of freedom.</summary>
    /// <remarks>Egger and others (1997), "Bias in Meta-Analysis Detected by a Simple, Graphical Test": the common-effect regression with a residual scale.</remarks>
    /// <exception cref="ArgumentException">As for <see cref="RegressionTest"/>.</exception>
    public static Estimate EggerTest(ImmutableArray<Study> studies, double confidence = 0.95) => RegressionTest(
        studies, new() { Heterogeneity = HeterogeneityEstimator.CommonEffect, Inference = PooledInference.KnappHartung, Confidence = confidence });

    /// <summary>The number of studies missing on one side, and the pooled effect with their mirror images filled in.</summary>
    /// <remarks>
    /// Duval and Tweedie (2000), "Trim and Fill", estimator L₀ = (4T − k(k + 1)) / (2k − 1) with T the rank sum of the effects above the trimmed
    /// centre. The side is where the regression test sees a gap. A check on sensitivity, not a correction.
    /// </remarks>
    /// <exception cref="ArgumentException">As for <see cref="RegressionTest"/>.</exception>
    public static TrimAndFill TrimAndFill(ImmutableArray<Study> studies, MetaAnalysisOptions? options = null)
    {
        // A positive slope: effects grow with imprecision, so the missing ones lie to the left.
        var missingLeft = RegressionTest(studies, options).Value >= 0;
        var sign = missingLeft ? 1 : -1;
        var ordered = studies.Select(study => study with { Effect = sign * study.Effect }).OrderBy(study => study.Effect).ToImmutableArray();
        var k = ordered.Length;
        var missing = 0;
        var centre = 0.0;
        for (var round = 0; round < MostRounds; round++)
        {
            centre = MetaAnalysis.Estimate(ordered[..(k - missing)], options).Estimate.Value;
            var ranks = ordered.Index().OrderBy(study => Math.Abs(study.Item.Effect - centre)).Select((study, rank) => (study.Item, Rank: rank + 1));
            var above = ranks.Where(study => study.Item.Effect > centre).Sum(study => (double)study.Rank);
            var estimate = Math.Max(0, (int)Math.Round(((4 * above) - (k * (k + 1.0))) / ((2 * k) - 1)));
            if (estimate == missing)
            {
                break;
            }

            missing = Math.Min(estimate, k - 2);
        }

        var filled = ordered[(k - missing)..].Select(study => study with { Name = $"mirror of {study.Name}", Effect = sign * ((2 * centre) - study.Effect) });
        return new(missing, missingLeft, MetaAnalysis.Estimate([.. studies, .. filled], options));
    }
}
