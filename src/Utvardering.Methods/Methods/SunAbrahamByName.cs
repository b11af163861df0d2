using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class SunAbrahamByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "sun-abraham",
        Title = "Interaction-weighted event study for staggered starts",
        Summary = "A regression with an effect for each cohort at each time, averaged by the cohorts' sizes: an event study that staggered starts do not spoil.",
        Sources = ["Sun and Abraham (2021), Estimating Dynamic Treatment Effects in Event Studies with Heterogeneous Treatment Effects; fixest's sunab"],
        Columns = PanelRegressionByName.Columns,
        Options = [PanelRegressionByName.Reference, .. PanelRegressionByName.Options, .. SensitivityChecks.Options],
        Estimates = [new("effect", "The average over all treated units and periods.")],
        Tables = [PanelRegressionByName.Times, PanelRegressionByName.Cohorts, PanelRegressionByName.CohortTimes, PanelRegressionByName.PreTrend, .. SensitivityChecks.Described],
        Examples = [new("--unit municipality --time year --outcome rate --cohort start --options reference=-2", "Two years before the start as the reference")],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var settings = PanelRegressionByName.Settings(input, new SunAbrahamOptions { Reference = input.Options.Whole("reference") });
        var result = SunAbraham.Estimate(input.Panel, settings);
        return new()
        {
            Estimates = [new("effect", result.Effect)],
            Tables =
            [
                PanelRegressionByName.Table(result.Times), PanelRegressionByName.Table(input, result.Cohorts),
                PanelRegressionByName.Table(input, result.CohortTimes), PanelRegressionByName.Table(result.PreTrends),
                .. SensitivityChecks.Tables(input, panel => SunAbraham.Estimate(panel, settings).Effect),
            ],
        };
    }
}
