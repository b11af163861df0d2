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
            MethodOption.Flag("demeaned", false, "Whether each unit's mean before the start is taken away first."),
            new("lambda", OptionKind.Number, null, "The ridge penalty; chosen by cross-validation where not given.") { Minimum = 1e-300 },
            new("covariate-means", OptionKind.Averages, null, "Columns whose means (over all periods before the start where none are named) are balanced beside the outcome; empty cells take no part."),
            .. SyntheticControlTables.Options,
        ],
        Estimates = SyntheticControlTables.Estimates,
        Tables = SyntheticControlTables.Described,
        UsesSeed = true,
        Examples =
        [
            new("--unit state --time quarter --outcome log_product --treated law --options inference=jackknife-plus", "With the jackknife+ over periods"),
            new("--unit state --time quarter --outcome log_product --treated law --options covariate-means=log_wage,employment inference=conformal", "Covariates balanced too, conformal inference"),
        ],
    };

    public MethodAnswer Run(MethodInput input) => SyntheticControlTables.Run(input, new()
    {
        Variant = input.Options.Flag("demeaned") ? SyntheticControlVariant.DemeanedRidgeAugmented : SyntheticControlVariant.RidgeAugmented,
        Lambda = input.Options.NumberOrNull("lambda"),
    }, input.Options.Texts("covariate-means"));
}
