using System.Collections.Immutable;
using Utvardering.Statistics.Pooling;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Tests.Pooling;

public class MetaAnalysisTests
{
    private static readonly MetaAnalysisOptions DerSimonianLaird = new() { Heterogeneity = HeterogeneityEstimator.DerSimonianLaird, Inference = PooledInference.Wald };

    [Fact]
    public void Heterogeneity_and_mean_equal_the_textbook_sums() => Property.HoldsForEverySeed(seed =>
    {
        var studies = RandomStudies(seed);
        var moment = MetaAnalysis.Estimate([.. studies], DerSimonianLaird);
        var restricted = MetaAnalysis.Estimate([.. studies], new() { Inference = PooledInference.Wald });
        return Assertion.IsNear(NaiveMetaAnalysis.DerSimonianLaird(studies), moment.Heterogeneity.Tau2, 1e-10)
            && Assertion.IsNear(NaiveMetaAnalysis.Mean(studies, moment.Heterogeneity.Tau2), moment.Estimate.Value, 1e-10)
            && Assertion.IsNear(NaiveMetaAnalysis.Q(studies, 0), moment.Heterogeneity.Q, 1e-10)
            && Assertion.IsNear(NaiveMetaAnalysis.RestrictedMaximumLikelihood(studies), restricted.Heterogeneity.Tau2, 1e-8);
    }, cases: 60);

    [Fact]
    public void Shrunken_effects_solve_the_mixed_model_equations() => Property.HoldsForEverySeed(seed =>
    {
        var studies = RandomStudies(seed);
        var options = DerSimonianLaird with { Heterogeneity = HeterogeneityEstimator.SidikJonkman };
        var shrunken = EmpiricalBayes.Shrink([.. studies], options);
        var naive = NaiveMetaAnalysis.Henderson(studies, MetaAnalysis.Estimate([.. studies], options).Heterogeneity.Tau2);
        return shrunken.Index().All(effect => Assertion.IsNear(naive.Values[effect.Index], effect.Item.Value, 1e-9) && Assertion.IsNear(naive.Errors[effect.Index], effect.Item.StandardError, 1e-9));
    }, cases: 60);

    [Fact]
    public void The_order_of_the_studies_and_the_unit_of_the_effects_do_not_matter() => Property.HoldsForEverySeed(seed =>
    {
        var studies = RandomStudies(seed);
        var here = MetaAnalysis.Estimate([.. studies]);
        var turned = MetaAnalysis.Estimate([.. studies.Reverse()]);
        var scaled = MetaAnalysis.Estimate([.. studies.Select(study => study with { Effect = 3 + (10 * study.Effect), Variance = 100 * study.Variance })]);
        return Assertion.IsNear(here.Estimate.Value, turned.Estimate.Value, 1e-9)
            && Assertion.IsNear(3 + (10 * here.Estimate.Value), scaled.Estimate.Value, 1e-7)
            && Assertion.IsNear(10 * here.Estimate.StandardError, scaled.Estimate.StandardError, 1e-7)
            && Assertion.IsNear(here.Heterogeneity.ISquared, scaled.Heterogeneity.ISquared, 1e-7);
    }, cases: 60);

    [Fact]
    public void Shrunken_effects_lie_between_their_own_estimate_and_the_mean() => Property.HoldsForEverySeed(seed =>
    {
        var studies = RandomStudies(seed);
        var mean = MetaAnalysis.Estimate([.. studies]).Estimate.Value;
        return EmpiricalBayes.Shrink([.. studies]).All(effect => Math.Min(effect.Raw, mean) - 1e-12 <= effect.Value && effect.Value <= Math.Max(effect.Raw, mean) + 1e-12);
    }, cases: 60);

    [Fact]
    public void Higgins_prediction_interval_is_wider_and_infinite_for_two_studies()
    {
        ImmutableArray<Study> studies = [new("a", 1, 0.1), new("b", 3, 0.1), new("c", 2, 0.2), new("d", 5, 0.2)];
        var own = MetaAnalysis.Estimate(studies).Prediction;
        var higgins = MetaAnalysis.Estimate(studies, new() { Prediction = PredictionReference.Higgins }).Prediction;

        Assert.True(higgins.High - higgins.Low > own.High - own.Low);
        Assert.Equal(double.PositiveInfinity, MetaAnalysis.Estimate(studies[..2], new() { Prediction = PredictionReference.Higgins }).Prediction.High);
    }

    [Fact]
    public void Few_studies_that_agree_too_well_are_warned_of() => Assert.Equal(
        [EstimationWarningKind.FewStudies, EstimationWarningKind.VarianceScaledDown],
        MetaAnalysis.Estimate([new("a", 1, 1), new("b", 1.1, 1), new("c", 0.9, 1)]).Estimate.Warnings.Select(warning => warning.Kind));

    [Fact]
    public void A_study_without_variance_is_named()
    {
        var fault = Assert.Throws<ArgumentException>(() => MetaAnalysis.Estimate([new("Åre", 1, 1), new("Malmö", 1, 0)]));
        Assert.Contains("Malmö", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_study_and_collinear_moderators_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MetaAnalysis.Estimate([new("a", 1, 1)]));
        Assert.Throws<ArgumentException>(() => MetaAnalysis.Regress([new("a", 1, 1), new("b", 2, 1), new("c", 4, 1)], [new("same everywhere", [2, 2, 2])]));
    }

    private static Study[] RandomStudies(ulong seed)
    {
        var random = new RandomSequence(seed, 0);
        return [.. Enumerable.Range(0, 4 + random.NextBelow(10)).Select(i => new Study($"{i}", 2 * RandomCase.Normal(random), 0.1 + random.NextDouble()))];
    }
}
