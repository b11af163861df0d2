using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Methods.Methods;

internal sealed class TwoWayFixedEffectsByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "twfe",
        Title = "Two-way fixed-effects regression",
        Summary = "Outcome on being treated, with an effect for each unit and each period. With one common start it is the difference in differences; with staggered starts and effects "
            + "that grow it uses treated units as controls and can have the wrong sign (bacon shows how much).",
        Sources = ["Bergé (2018), fixest", "Bell and McCaffrey (2002) and Pustejovsky and Tipton (2018) for cr2"],
        Columns = PanelRegressionByName.Columns,
        Options =
        [
            .. PanelRegressionByName.Options,
            EffectColumns.Option,
            EffectColumns.Plain,
            new("wald", OptionKind.Texts, null, "Coefficients to test together (covariates, and treated for the effect): table wald."),
            .. SensitivityChecks.Options,
        ],
        Estimates = [new("effect", "The coefficient of being treated.")],
        Tables =
        [
            PanelRegressionByName.Covariates,
            PanelRegressionByName.PreTrend with { Name = "wald", Meaning = "With wald: joint test that the coefficients named are zero." },
            .. SensitivityChecks.Described,
        ],
        Examples =
        [
            new("--unit municipality --time year --outcome rate --cohort start --options errors=cr2", "For few clusters"),
            new("--unit municipality --time year --outcome rate --cohort start --options effects=municipality,region_year", "Period effects of each region's own, from a column that holds region and year"),
            new("--unit municipality --time year --outcome rate --treated pilot --covariates unemployment,young --options wald=unemployment,young", "With covariates and their joint test"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var settings = PanelRegressionByName.WithEffects(input);
        var result = TwoWayFixedEffects.Estimate(input.Panel, settings);
        return new()
        {
            Estimates = [new("effect", result.Effect)],
            Tables =
            [
                PanelRegressionByName.Table(result.Covariates),
                .. input.Options.Texts("wald") is { Count: > 0 } names ? [PanelRegressionByName.Table(result.Regression.Wald(names)) with { Name = "wald" }] : Array.Empty<MethodTable>(),
                .. SensitivityChecks.Tables(input, panel => TwoWayFixedEffects.Estimate(panel, settings).Effect),
            ],
        };
    }
}
