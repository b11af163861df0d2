using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Pooling;
using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Methods;

/// <summary>What a pooled effect may depend on: moderators, single units, imprecise ones.</summary>
internal static class MetaChecks
{
    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("moderators", "With covariates: how effects depend on them.",
            [new("name", "the covariate, or the constant"), new("estimate", "coefficient"), new("standardError", "its standard error"), new("low", "lower limit"), new("high", "upper limit"), new("pValue", "two-sided")]),
        new("moderatorTest", "With covariates: all together.",
            [new("statistic", "Wald's χ², or F with Knapp and Hartung's inference"), new("pValue", "of no dependence"), new("rSquared", "share of the variance between units explained, 0 to 1"), new("tau2", "variance left")]),
        new("leftOut", "With leave-one-out: the mean without each unit.", [new("unit", "the unit left out"), new("mean", "without it"), new("low", "lower limit"), new("high", "upper limit"), new("tau2", "variance between the others"), new("iSquared", "its share, 0 to 1")]),
        new("smallStudies", "With small-studies: whether effects grow with imprecision, as when small studies without an effect are not told of.",
        [
            new("egger", "slope of effects on standard errors, weighted least squares"), new("eggerP", "of no slope"), new("regression", "the same under random effects"), new("regressionP", "of no slope"),
            new("missing", "studies missing by trim and fill"), new("filledMean", "the mean with their mirror images"),
        ]),
    ];

    public static IEnumerable<MethodTable> Tables(MethodInput input, ImmutableArray<Study> studies, MetaAnalysisOptions options)
    {
        if (input.Columns.Covariates is { Count: > 0 } names)
        {
            var found = MetaAnalysis.Regress(studies, [.. names.Select(name => new Moderator(name, [.. input.Table.Numbers(name)]))], options);
            yield return Described[0].Filled(found.Coefficients.Zip(names.Prepend("constant"), Row));
            yield return Described[1].Filled([[found.ModeratorStatistic, found.ModeratorPValue, found.RSquared, found.Residual.Tau2]]);
        }

        if (input.Options.Flag("leave-one-out"))
        {
            yield return Described[2].Filled(MetaAnalysis.LeaveOneOut(studies, options).Zip(studies, (left, study) => new object?[]
            {
                study.Name, left.Estimate.Value, left.Estimate.Interval.Low, left.Estimate.Interval.High, left.Heterogeneity.Tau2, left.Heterogeneity.ISquared,
            }));
        }

        if (input.Options.Flag("small-studies"))
        {
            var (egger, regression, filled) = (SmallStudyEffects.EggerTest(studies, input.Confidence), SmallStudyEffects.RegressionTest(studies, options), SmallStudyEffects.TrimAndFill(studies, options));
            yield return Described[3].Filled([[egger.Value, egger.PValue, regression.Value, regression.PValue, filled.Missing, filled.Filled.Estimate.Value]]);
        }
    }

    private static object?[] Row(Estimate coefficient, string name) =>
        [name, coefficient.Value, coefficient.StandardError, coefficient.Interval.Low, coefficient.Interval.High, coefficient.PValue];
}
