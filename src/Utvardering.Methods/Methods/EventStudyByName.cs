using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;

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
            "Wooldridge (2023), Simple Approaches to Nonlinear Difference-in-Differences with Panel Data, for counts",
            "Andrews (1993) and Westfall and Young (1993) for the joint test by randomisation",
        ],
        Columns = [.. PanelRegressionByName.Columns, PanelColumns.Exposure],
        Options =
        [
            PanelRegressionByName.Reference,
            new("first", OptionKind.WholeNumber, null, "Earlier event times are put together with this one."),
            new("last", OptionKind.WholeNumber, null, "Later event times are put together with this one."),
            MethodOption.Choice("family", "Linear, of rates where there is an exposure; or poisson, of counts: estimates are then logarithms of ratios of rates.", "linear", "poisson"),
            .. RegressionErrors.Options([.. RegressionErrors.Kinds.Keys]),
            MethodOption.Grain,
            MethodOption.Confidence,
            MethodOption.Flag("randomisation", false, "Whether each time is tested over all choices of treated units too, and the times before the start together for a drift that began at any of them: tables randomisation and randomisationPreTrend. For one common start.") with { For = ("family", ["linear"]) },
            RandomisationByName.Draws with { For = ("randomisation", ["yes"]) },
            .. SensitivityChecks.Options,
        ],
        Estimates =
        [
            new("event *", "The estimate at this time since the start."),
            new("after", "The plain mean of the estimates from the start on: what leave-one-out and negative-controls tell."),
        ],
        Tables = [PanelRegressionByName.Times, PanelRegressionByName.PreTrend, .. EventTimeRandomisation.Described, .. SensitivityChecks.Described],
        UsesSeed = true,
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options first=-5 last=3", "Times outside −5 to 3 put together with these"),
            new("--unit municipality --time year --outcome rate --cohort start --options randomisation=yes", "With the exact test of each time and of all before the start"),
            new("--unit municipality --time year --outcome offences --exposure population --cohort start --options family=poisson leave-one-out=treated", "Counts by Poisson regression, and without each treated unit"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var settings = PanelRegressionByName.Settings(input, new EventStudyRegressionOptions
        {
            Reference = input.Options.Whole("reference"),
            First = input.Options.WholeOrNull("first"),
            Last = input.Options.WholeOrNull("last"),
        });
        EventStudyRegressionResult Study(CohortPanel panel) =>
            input.Options.Text("family") == "poisson" ? PoissonEventStudy.Estimate(panel, settings) : EventStudyRegression.Estimate(panel.Rates(), settings);
        var result = Study(input.Panel);
        return new()
        {
            Estimates =
            [
                .. result.Times.Where(time => !time.IsReference).Select(time => new Answers.NamedEstimate($"event {time.EventTime}", time.Estimate)),
                .. result.Times.Any(time => time.EventTime >= 0) ? [new("after", result.After(input.Confidence))] : Array.Empty<Answers.NamedEstimate>(),
            ],
            Tables =
            [
                PanelRegressionByName.Table(result.Times), PanelRegressionByName.Table(result.PreTrends), .. EventTimeRandomisation.Tables(input),
                .. SensitivityChecks.Tables(input, panel => Study(panel).After(input.Confidence)),
            ],
            Warnings = result.Warnings,
        };
    }
}
