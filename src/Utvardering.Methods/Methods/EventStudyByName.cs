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
            + "with few units, so not rejecting proves nothing. What that test could have seen, and how far trends may differ before a conclusion falls, honest-did tells. With staggered starts use sun-abraham, imputation or group-time.",
        Sources =
        [
            "Freyaldenhoven, Hansen, Pérez and Shapiro (2021), Visualization, Identification, and Estimation in the Linear Panel Event-Study Design",
            "Bergé (2018), fixest",
            "Westfall and Young (1993) for the joint test by randomisation",
        ],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            PanelRegressionByName.Reference,
            new("first", OptionKind.WholeNumber, null, "Earlier event times are put together with this one."),
            new("last", OptionKind.WholeNumber, null, "Later event times are put together with this one."),
            .. PanelRegressionByName.Options,
            MethodOption.Flag("randomisation", false, "Whether each time is tested over all choices of treated units too, and the times before the start together: tables randomisation and randomisationPreTrend. For one common start."),
            RandomisationByName.Draws with { For = ("randomisation", ["yes"]) },
        ],
        Estimates = [new("event *", "The estimate at this time since the start.")],
        Tables = [PanelRegressionByName.Times, PanelRegressionByName.PreTrend, .. EventTimeRandomisation.Described],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options first=-5 last=3", "Times outside −5 to 3 put together with these"),
            new("--unit municipality --time year --outcome rate --cohort start --options randomisation=yes", "With the exact test of each time and of all before the start"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var result = EventStudyRegression.Estimate(input.Panel, PanelRegressionByName.Settings(input, new EventStudyRegressionOptions
        {
            Reference = input.Options.Whole("reference"),
            First = input.Options.WholeOrNull("first"),
            Last = input.Options.WholeOrNull("last"),
        }));
        return new()
        {
            Estimates = [.. result.Times.Where(time => !time.IsReference).Select(time => new Answers.NamedEstimate($"event {time.EventTime}", time.Estimate))],
            Tables = [PanelRegressionByName.Table(result.Times), PanelRegressionByName.Table(result.PreTrends), .. EventTimeRandomisation.Tables(input)],
            Warnings = result.Warnings,
        };
    }
}
