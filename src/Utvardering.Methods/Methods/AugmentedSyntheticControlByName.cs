using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl;

namespace Utvardering.Methods.Methods;

internal sealed class AugmentedSyntheticControlByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "augmented-synthetic-control",
        Title = "Ridge-augmented synthetic control",
        Summary = "A synthetic control whose remaining misfit before the start is corrected by a ridge regression on the donors. Less biased where the plain one does not fit; "
            + "it may extrapolate (negative weights, which are told).",
        Sources = ["Ben-Michael, Feller and Rothstein (2021), The Augmented Synthetic Control Method; R package augsynth"],
        Columns = SyntheticControlTables.Columns,
        Options =
        [
            new("demeaned", OptionKind.Flag, "no", "Whether each unit's mean before the start is taken away first."),
            new("lambda", OptionKind.Number, null, "The ridge penalty; chosen by cross-validation where not given.") { Minimum = 0 },
            .. SyntheticControlTables.Options,
        ],
        Estimates = SyntheticControlTables.Estimates,
        Tables = SyntheticControlTables.Described,
    };

    public MethodAnswer Run(MethodInput input) => SyntheticControlTables.Run(input, new()
    {
        Variant = input.Options.Flag("demeaned") ? SyntheticControlVariant.DemeanedRidgeAugmented : SyntheticControlVariant.RidgeAugmented,
        Lambda = input.Options.Has("lambda") ? input.Options.Number("lambda") : null,
    });
}
