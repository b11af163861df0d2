using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Pooling;

namespace Utvardering.Methods.Methods;

internal sealed class MetaByName : IEstimationMethod
{
    private static readonly Dictionary<string, HeterogeneityEstimator> Estimators = new(StringComparer.Ordinal)
    {
        ["reml"] = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        ["dl"] = HeterogeneityEstimator.DerSimonianLaird,
        ["pm"] = HeterogeneityEstimator.PauleMandel,
        ["ml"] = HeterogeneityEstimator.MaximumLikelihood,
        ["hedges"] = HeterogeneityEstimator.Hedges,
        ["sj"] = HeterogeneityEstimator.SidikJonkman,
        ["hs"] = HeterogeneityEstimator.HunterSchmidt,
        ["common"] = HeterogeneityEstimator.CommonEffect,
    };

    private static readonly Dictionary<string, PooledInference> Inferences = new(StringComparer.Ordinal)
    {
        ["knapp-hartung"] = PooledInference.KnappHartung,
        ["knapp-hartung-truncated"] = PooledInference.KnappHartungTruncated,
        ["wald"] = PooledInference.Wald,
    };

    private const string ClusterTest = "ibragimov-muller";

    public MethodDescription Description { get; } = new()
    {
        Name = "meta",
        Title = "Random-effects pooling of effects, and their shrinkage",
        Summary = "Pools effects of several municipalities (or studies) that differ by chance and in truth. The prediction interval answers what another municipality "
            + "may expect; each municipality's own effect is drawn towards the mean by how uncertain it is (empirical Bayes).",
        Sources =
        [
            "DerSimonian and Laird (1986); Viechtbauer (2005) for REML; Paule and Mandel (1982)",
            "Morris (1983); Raudenbush and Bryk (1985) for empirical Bayes",
            "Ibragimov and Müller (2010), t-Statistic Based Correlation and Heterogeneity Robust Inference",
            "Egger and others (1997); Sterne and Egger (2005); Duval and Tweedie (2000) for small studies",
            "Hartung and Knapp (2001); Higgins, Thompson and Spiegelhalter (2009) for the prediction interval",
        ],
        Columns =
        [
            new(ColumnRole.Unit, "the name of the municipality or study."),
            new(ColumnRole.Outcome, "its effect."),
            new(ColumnRole.Covariates, "characteristics that effects may depend on, with commas between: tables moderators and moderatorTest.", Required: false),
        ],
        Options =
        [
            new("se", OptionKind.Column, null, "Column of standard errors (this or variance)."),
            new("variance", OptionKind.Column, null, "Column of variances (this or se)."),
            MethodOption.Choice("tau2", "Estimator of the variance between units.", [.. Estimators.Keys]),
            MethodOption.Choice(
                "inference", "How uncertainty is reckoned; ibragimov-muller is the t-test of the plain mean, which needs neither se nor variance and holds whatever they are.", [.. Inferences.Keys, ClusterTest]),
            MethodOption.Choice("prediction", "Degrees of freedom of the prediction interval: as the inference's, or k − 2.", "as-inference", "higgins"),
            MethodOption.Flag("leave-one-out", false, "Whether the mean is told without each unit: table leftOut."),
            MethodOption.Flag("small-studies", false, "Whether imprecise units are tested for larger effects: table smallStudies."),
            MethodOption.Confidence,
        ],
        Estimates = [new("mean", "The mean of the true effects.")],
        Tables =
        [
            new("heterogeneity", "How much true effects differ.",
            [
                new("tau2", "variance between units"), new("tau2Low", "its lower limit"), new("tau2High", "its upper limit"), new("iSquared", "share of variance between units, 0 to 1"),
                new("hSquared", "total over sampling variance"), new("q", "Cochran's Q"), new("df", "its degrees of freedom"), new("pValue", "of Q"),
                new("predictionLow", "lower limit for another unit's true effect"), new("predictionHigh", "upper limit"),
            ]),
            new("units", "Each unit's effect.",
            [
                new("unit", "its name"), new("effect", "as given"), new("weight", "its share of the mean"), new("shrunken", "drawn towards the mean"),
                new("low", "lower limit of that"), new("high", "upper limit"), new("reliability", "1: not drawn at all, 0: wholly"),
            ]),
            .. MetaChecks.Described,
        ],
        Examples =
        [
            new("--unit municipality --outcome effect --options se=standard_error", "REML with Knapp and Hartung's interval; each municipality's effect drawn towards the mean"),
            new("--unit trial --outcome yi --covariates latitude --options variance=vi tau2=dl inference=wald leave-one-out=yes", "DerSimonian and Laird, a moderator, and without each trial"),
            new("--unit municipality --outcome effect --options inference=ibragimov-muller", "A t-test of one effect from each municipality"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        if (input.Options.Text("inference") == ClusterTest)
        {
            return new() { Estimates = [new("mean", IbragimovMuller.OneSample(input.Table.Numbers(input.Columns.Outcome!), input.Confidence))] };
        }

        var options = new MetaAnalysisOptions
        {
            Heterogeneity = Estimators[input.Options.Text("tau2")],
            Inference = Inferences[input.Options.Text("inference")],
            Prediction = input.Options.Text("prediction") == "higgins" ? PredictionReference.Higgins : PredictionReference.AsInference,
            Confidence = input.Confidence,
        };
        var studies = Studies(input);
        var pooled = MetaAnalysis.Estimate(studies, options);
        var (between, prediction) = (pooled.Heterogeneity, pooled.Prediction);
        return new()
        {
            Estimates = [new("mean", pooled.Estimate)],
            Tables =
            [
                Description.Tables[0].Filled([[between.Tau2, between.Tau2Interval.Low, between.Tau2Interval.High, between.ISquared, between.HSquared, between.Q,
                    between.DegreesOfFreedom, between.PValue, prediction.Low, prediction.High]]),
                Description.Tables[1].Filled(EmpiricalBayes.Shrink(studies, options).Zip(pooled.Weights, (unit, weight) => new object?[]
                {
                    unit.Name, unit.Raw, weight, unit.Value, unit.Interval.Low, unit.Interval.High, unit.Reliability,
                })),
                .. MetaChecks.Tables(input, studies, options),
            ],
        };
    }

    private static ImmutableArray<Study> Studies(MethodInput input)
    {
        var names = input.Table.Filled(input.Columns.Unit!);
        var effects = input.Table.Numbers(input.Columns.Outcome!);
        var variances = input.Options.Has("variance")
            ? input.Table.Numbers(input.Options.Text("variance"))
            : [.. input.Table.Numbers(input.Options.Text("se")).Select(error => error * error)];
        return [.. names.Index().Select(name => new Study(name.Item, effects[name.Index], variances[name.Index]))];
    }
}
