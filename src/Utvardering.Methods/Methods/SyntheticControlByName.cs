using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl;

namespace Utvardering.Methods.Methods;

internal sealed class SyntheticControlByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "synthetic-control",
        Title = "Synthetic control for each treated unit",
        Summary = "A weighted mean of untreated units that follows the treated one before its start stands for what it would have had after. Believe it only where the fit before is good "
            + "and no single donor carries it. The p-value ranks the unit among its donors taken as if treated: with 19 donors it can't be below 0.05.",
        Sources = ["Abadie, Diamond and Hainmueller (2010), Synthetic Control Methods for Comparative Case Studies", "Ferman and Pinto (2021) for the de-meaned form"],
        Columns = SyntheticControlTables.Columns,
        Options = [new("demeaned", OptionKind.Flag, "no", "Whether units are compared after taking their mean before the start away, so that levels may differ."), .. SyntheticControlTables.Options],
        Estimates = SyntheticControlTables.Estimates,
        Tables = SyntheticControlTables.Described,
    };

    public MethodAnswer Run(MethodInput input) =>
        SyntheticControlTables.Run(input, new() { Variant = input.Options.Flag("demeaned") ? SyntheticControlVariant.Demeaned : SyntheticControlVariant.OutcomeOnly });
}
