using System.Collections.Immutable;
using Utvardering.Validation.Panels;

namespace Utvardering.Validation.Methods;

/// <summary>Methods that share their work.</summary>
/// <param name="Methods">The methods.</param>
/// <param name="ShareWithFew">Which share of the replications they take with few units: 1 in so many.</param>
/// <param name="ShareWithMany">The same with many units.</param>
/// <param name="Answers">One answer for each method, in their order.</param>
internal sealed record MethodFamily(ImmutableArray<InferenceMethod> Methods, int ShareWithFew, int ShareWithMany, Func<Trial, Answer[]> Answers)
{
    /// <summary>The families, fast ones first.</summary>
    public static ImmutableArray<MethodFamily> All { get; } =
    [
        RandomisationFamily.Family,
        FewClustersFamily.Family,
        FewClustersFamily.Subclusters,
        RegressionFamily.Family,
        CohortFamilies.GroupTimeEffects,
        CohortFamilies.EventStudies,
        CohortFamilies.Imputation,
        CohortFamilies.Honest,
        CohortFamilies.Counts,
        SyntheticFamilies.SyntheticDidJackknife,
        SyntheticFamilies.SyntheticDidPlacebo,
        SyntheticFamilies.SyntheticDidBootstrap,
        SyntheticFamilies.SingleUnit,
        SyntheticFamilies.Pooled,
        SyntheticFamilies.Conformal,
        TimeSeriesFamily.Family,
    ];

    /// <summary>How many of the replications are run with so many units; ten at least, or all if they are fewer.</summary>
    public int Replications(int all, int units) => Math.Max(all / (units > 100 ? ShareWithMany : ShareWithFew), Math.Min(all, 10));
}
