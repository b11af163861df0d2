using Utvardering.Methods.Options;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Regression;

namespace Utvardering.Methods.Methods;

/// <summary>Standard errors of panel regressions by their names, and fixest's choices of small-sample correction.</summary>
internal static class RegressionErrors
{
    private static readonly Dictionary<string, FixedEffectCounting> Counted = new(StringComparer.Ordinal)
    {
        ["nonnested"] = FixedEffectCounting.NotNested,
        ["full"] = FixedEffectCounting.All,
        ["none"] = FixedEffectCounting.None,
    };

    private static readonly Dictionary<string, ReferenceDistribution> References = new(StringComparer.Ordinal)
    {
        ["clusters"] = ReferenceDistribution.Clusters,
        ["residual"] = ReferenceDistribution.Residual,
        ["normal"] = ReferenceDistribution.Normal,
    };

    public static IReadOnlyDictionary<string, (PanelErrors Errors, RobustKind Kind)> Kinds { get; } = new Dictionary<string, (PanelErrors, RobustKind)>(StringComparer.Ordinal)
    {
        ["cluster"] = (PanelErrors.Clustered, default),
        ["cr0"] = (PanelErrors.Clustered, default),
        ["cr2"] = (PanelErrors.BiasReduced, default),
        ["cluster-and-period"] = (PanelErrors.ClusteredByUnitAndPeriod, default),
        ["driscoll-kraay"] = (PanelErrors.DriscollKraay, default),
        ["newey-west"] = (PanelErrors.NeweyWest, default),
        ["robust"] = (PanelErrors.Robust, RobustKind.HC1),
        ["hc0"] = (PanelErrors.Robust, RobustKind.HC0),
        ["hc2"] = (PanelErrors.Robust, RobustKind.HC2),
        ["hc3"] = (PanelErrors.Robust, RobustKind.HC3),
        ["classical"] = (PanelErrors.Classical, default),
        ["quasi-poisson"] = (PanelErrors.QuasiPoisson, default),
    };

    /// <summary>Those of a linear regression.</summary>
    public static IReadOnlyList<string> Linear { get; } = [.. Kinds.Keys.Where(kind => kind != "quasi-poisson")];

    /// <summary>Those of a regression of counts.</summary>
    public static IReadOnlyList<string> Counts { get; } = [.. Kinds.Keys.Where(kind => kind != "cr2")];

    public static IReadOnlyList<MethodOption> Options(IReadOnlyList<string> kinds) =>
    [
        MethodOption.Choice(
            "errors",
            "Standard errors: clustered (CR1), cr0 without any small-sample factor, "
            + (kinds.Contains("cr2") ? "cr2 bias-reduced with Satterthwaite's degrees of freedom for few clusters, " : "")
            + "clustered in two ways, dependent over time (driscoll-kraay across units too, newey-west within units), heteroskedasticity-robust (robust is HC1)"
            + (kinds.Contains("quasi-poisson") ? ", classical Poisson, or quasi-poisson with a variance in proportion to the mean." : ", or classical."),
            kinds),
        new("lag", OptionKind.WholeNumber, null, "The longest lag; the fourth root of the number of periods where not given.") { Minimum = 0, For = ("errors", ["driscoll-kraay", "newey-west"]) },
        MethodOption.Flag("k-adj", true, "Whether variances are multiplied by (n − 1) / (n − K); fixest's K.adj."),
        MethodOption.Choice("k-fixef", "Which fixed effects count in K: those not nested in the clusters, all, or none; fixest's K.fixef.", [.. Counted.Keys]),
        MethodOption.Flag("g-adj", true, "Whether clustered variances are multiplied by G / (G − 1); fixest's G.adj."),
        MethodOption.Choice("g-df", "Which G with two clusterings: the smaller for all terms, or each term its own; fixest's G.df.", "min", "conventional") with { For = ("errors", ["cluster-and-period"]) },
        MethodOption.Choice("t-df", "What t is held against: G − 1 degrees of freedom (n − K without clusters), n − K, or the normal distribution; fixest's t.df.", [.. References.Keys]),
    ];

    public static SmallSample SmallSample(OptionValues options)
    {
        var isPlain = options.Text("errors") == "cr0";
        return new()
        {
            AdjustForParameters = !isPlain && options.Flag("k-adj"),
            AdjustForClusters = !isPlain && options.Flag("g-adj"),
            FixedEffects = Counted[options.Text("k-fixef")],
            ClusterFactor = options.Text("g-df") == "min" ? ClusterFactor.Minimum : ClusterFactor.Conventional,
            Reference = References[options.Text("t-df")],
        };
    }
}
