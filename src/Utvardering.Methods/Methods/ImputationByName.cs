using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class ImputationByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "imputation",
        Title = "Imputation for staggered starts",
        Summary = "Unit and period effects are estimated on untreated cells alone and give each treated cell what it would have been untreated. The sharpest of the estimators for "
            + "staggered starts when trends are parallel over all earlier periods, and the most harmed when they are not. Standard errors are conservative, clustered by unit.",
        Sources = ["Borusyak, Jaravel and Spiess (2024), Revisiting Event-Study Designs: Robust and Efficient Estimation"],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            new("leads", OptionKind.WholeNumber, "0", "Periods before the start to test for parallel trends, on untreated cells.") { Minimum = 0, Maximum = 1000 },
            MethodOption.Grain,
            MethodOption.Confidence,
            .. SensitivityChecks.Options,
        ],
        Estimates = [new("effect", "The average over all treated units and periods that can be imputed.")],
        Tables = [PanelRegressionByName.Times, PanelRegressionByName.Cohorts, PanelRegressionByName.CohortTimes, PanelRegressionByName.PreTrend, .. SensitivityChecks.Described],
        Examples = [new("--unit municipality --time year --outcome rate --cohort start --options leads=3", "With the test of three years before the start")],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var settings = new ImputationOptions
        {
            Covariates = [.. input.Columns.Covariates],
            Leads = input.Options.Whole("leads"),
            Confidence = input.Confidence,
        };
        var result = ImputationEstimator.Estimate(input.Panel, settings);
        return new()
        {
            Estimates = [new("effect", result.Effect)],
            Tables =
            [
                PanelRegressionByName.Table(result.Leads.Concat(result.Times)), PanelRegressionByName.Table(input, result.Cohorts),
                PanelRegressionByName.Table(input, result.CohortTimes), PanelRegressionByName.Table(result.PreTrends),
                .. SensitivityChecks.Tables(input, panel => ImputationEstimator.Estimate(panel, settings).Effect),
            ],
        };
    }
}
