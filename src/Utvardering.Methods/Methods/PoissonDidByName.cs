using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class PoissonDidByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "poisson-did",
        Title = "Difference in differences for counts",
        Summary = "Poisson regression of counts with an effect for each unit and period, and the exposure as offset: the effect is a ratio of rates. Parallel trends are then in per cent. "
            + "Clustered standard errors allow for counts that vary more than Poisson's; with few clusters they are too short.",
        Sources = ["Wooldridge (1999), Distribution-free estimation of some nonlinear panel data models; fixest's fepois", "Correia, Guimarães and Zylkin (2020) for separation"],
        Columns = [.. PanelRegressionByName.Columns, PanelColumns.Exposure],
        Options = [.. RegressionErrors.Options(RegressionErrors.Counts), MethodOption.Grain, MethodOption.Confidence, EffectColumns.Option, EffectColumns.Plain, .. SensitivityChecks.Options],
        Estimates = [new("log-ratio", "The logarithm of the ratio of rates."), new("relative", "Ratio − 1: −0.1 is ten per cent fewer.")],
        Tables = [new("dispersion", "How much counts vary.", [new("dispersion", "Pearson's χ² over its degrees of freedom, 1 for Poisson")]), .. SensitivityChecks.Described],
        Examples =
        [
            new("--unit municipality --time month --outcome offences --exposure population --cohort start --options grain=quarter", "Months added up to quarters"),
            new("--unit municipality --time year --outcome offences --exposure population --cohort start --options errors=quasi-poisson", "Quasi-Poisson standard errors"),
            new("--unit municipality --time year --outcome offences --exposure population --treated pilot --covariates young --options plain=yes errors=quasi-poisson", "Plain quasi-Poisson regression, without fixed effects"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var settings = PanelRegressionByName.WithEffects(input);
        var result = PoissonDifferenceInDifferences.Estimate(input.Panel, settings);
        return new()
        {
            Estimates = [new("log-ratio", result.LogRatio), new("relative", result.Relative)],
            Tables =
            [
                Description.Tables[0].Filled([[result.Dispersion]]),
                .. SensitivityChecks.Tables(input, panel => PoissonDifferenceInDifferences.Estimate(panel, settings).LogRatio),
            ],
        };
    }
}
