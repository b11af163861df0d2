using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Methods;

internal sealed class WildBootstrapByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "wild-bootstrap",
        Title = "Wild cluster bootstrap of the two-way fixed-effects effect",
        Summary = "The same coefficient as twfe, with a test and interval that hold with fewer clusters than clustered standard errors need: whole clusters' residuals change sign, all ways when "
            + "they are few. With very few treated clusters the restricted test hardly ever rejects: look at the smallest attainable p-value, and at randomisation, or at did with inference=ibragimov-muller or donald-lang.",
        Sources =
        [
            "Cameron, Gelbach and Miller (2008); Roodman, MacKinnon, Nielsen and Webb (2019), Fast and Wild; R package fwildclusterboot",
            "Webb (2014) for six-point weights; MacKinnon and Webb (2017, 2018) for few treated clusters",
        ],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            MethodOption.Choice("weights", "What residuals are multiplied by: −1 or 1, or Webb's six points.", "rademacher", "webb"),
            new("hypothesis", OptionKind.Number, "0", "The effect that is tested."),
            new("null", OptionKind.Flag, "yes", "Whether the hypothesis is imposed on the residuals (yes is the better test)."),
            new("draws", OptionKind.WholeNumber, "9999", "Draws, where there are too many ways to take all.") { Minimum = 99, Maximum = 10_000_000 },
            new("all", OptionKind.WholeNumber, "65536", "All ways are taken when there are at most so many.") { Minimum = 1, Maximum = 1 << 24 },
            new("subcluster", OptionKind.Flag, "no", "Whether each row gets a sign of its own while errors stay clustered, for few treated clusters."),
            MethodOption.Grain,
            MethodOption.Confidence,
            .. SensitivityChecks.Options,
        ],
        Estimates = [new("effect", "The coefficient of being treated; p is the symmetric one, the interval inverts its test.")],
        Tables =
        [
            new("test", "The test in numbers.",
            [
                new("t", "the statistic"), new("pSymmetric", "share of draws with |t*| ≥ |t|"), new("pStrict", "share with |t*| > |t|, as some packages count"), new("pEqualTailed", "twice the smaller tail"),
                new("pLower", "share at most t"), new("pUpper", "share at least t"), new("minimumP", "smallest p-value any data could give"), new("draws", "draws used"), new("exhaustive", "whether these are all"),
            ]),
            .. SensitivityChecks.Described,
        ],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start", "Clusters are the units"),
            new("--unit school --time year --outcome rate --cohort start --cluster municipality --options weights=webb subcluster=yes", "Fewer clusters than units, Webb's weights for each row"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var result = Test(input, input.Panel);
        return new()
        {
            Estimates = [new("effect", result.Estimate)],
            Tables =
            [
                Description.Tables[0].Filled(
                [[
                    result.Statistic, result.PSymmetric, result.PSymmetricStrict, result.PEqualTailed, result.PLower, result.PUpper, result.MinimumP, result.Distribution.Length, result.IsExhaustive,
                ]]),
                .. SensitivityChecks.Tables(input, panel => Test(input, panel).Estimate),
            ],
        };
    }

    /// <summary>The test with its defaults but for the number of draws, for other methods that run it.</summary>
    public static Estimate Effect(CohortPanel panel, IReadOnlyList<string> covariates, double confidence, int draws) =>
        Test(panel, covariates, new() { Confidence = confidence, Draws = draws, EnumerationLimit = draws }, subcluster: false).Estimate;

    private static WildClusterBootstrapResult Test(MethodInput input, CohortPanel panel) => Test(
        panel, input.Columns.Covariates,
        new()
        {
            Weights = input.Options.Text("weights") == "rademacher" ? WildWeights.Rademacher : WildWeights.Webb,
            ImposeNull = input.Options.Flag("null"),
            NullValue = input.Options.Number("hypothesis"),
            Draws = input.Options.Whole("draws"),
            EnumerationLimit = input.Options.Whole("all"),
            Seed = input.Seed,
            Confidence = input.Confidence,
        },
        input.Options.Flag("subcluster"));

    private static WildClusterBootstrapResult Test(CohortPanel panel, IReadOnlyList<string> covariates, WildClusterBootstrapOptions options, bool subcluster)
    {
        var regression = TwoWayFixedEffects.Estimate(panel, new() { Covariates = [.. covariates], Confidence = options.Confidence }).Regression;
        var clusters = Clusters(panel);
        return WildClusterBootstrap.Test(
            regression.Fit, TwoWayFixedEffects.Treatment, clusters,
            options with { Subclusters = subcluster ? new("row", [.. Enumerable.Range(0, clusters.Rows)], clusters.Rows) : null });
    }

    // The regression's rows are the cells that are not missing, unit by unit.
    private static Grouping Clusters(CohortPanel panel) => new("cluster",
        [.. Enumerable.Range(0, panel.Units.Length).SelectMany(unit => Enumerable.Range(0, panel.Periods.Length).Where(period => !double.IsNaN(panel.Outcome(unit, period))).Select(_ => panel.Clusters[unit]))],
        panel.Clusters.Max() + 1);
}
