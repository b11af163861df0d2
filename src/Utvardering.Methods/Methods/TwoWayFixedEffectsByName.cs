using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
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
        Options = PanelRegressionByName.Options,
        Estimates = [new("effect", "The coefficient of being treated.")],
        Tables = [PanelRegressionByName.Covariates],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var result = TwoWayFixedEffects.Estimate(input.Panel, PanelRegressionByName.Settings(input, new PanelRegressionOptions()));
        return new() { Estimates = [new("effect", result.Effect)], Tables = [PanelRegressionByName.Table(result.Covariates)] };
    }
}
