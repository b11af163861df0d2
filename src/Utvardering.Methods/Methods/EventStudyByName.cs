using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class EventStudyByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "event-study",
        Title = "Event study by two-way fixed effects",
        Summary = "A coefficient for each time since the start, held against the period before it. The times before the start show whether trends were parallel; their joint test has little power "
            + "with few units, so not rejecting proves nothing. With staggered starts use sun-abraham, imputation or group-time.",
        Sources = ["Freyaldenhoven, Hansen, Pérez and Shapiro (2021), Visualization, Identification, and Estimation in the Linear Panel Event-Study Design", "Bergé (2018), fixest"],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            PanelRegressionByName.Reference,
            new("first", OptionKind.WholeNumber, null, "Earlier event times are put together with this one."),
            new("last", OptionKind.WholeNumber, null, "Later event times are put together with this one."),
            .. PanelRegressionByName.Options,
        ],
        Estimates = [new("event *", "The estimate at this time since the start.")],
        Tables = [PanelRegressionByName.Times, PanelRegressionByName.PreTrend],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var result = EventStudyRegression.Estimate(input.Panel, PanelRegressionByName.Settings(input, new EventStudyRegressionOptions
        {
            Reference = input.Options.Whole("reference"),
            First = input.Options.Has("first") ? input.Options.Whole("first") : null,
            Last = input.Options.Has("last") ? input.Options.Whole("last") : null,
        }));
        return new()
        {
            Estimates = [.. result.Times.Where(time => !time.IsReference).Select(time => new Answers.NamedEstimate($"event {time.EventTime}", time.Estimate))],
            Tables = [PanelRegressionByName.Table(result.Times), PanelRegressionByName.Table(result.PreTrends)],
            Warnings = result.Warnings,
        };
    }
}
