using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.SyntheticControl;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class SyntheticControlByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "synthetic-control",
        Title = "Synthetic control for each treated unit",
        Summary = "A weighted mean of untreated units that follows the treated one before its start stands for what it would have had after. Believe it only where the fit before is good "
            + "and no single donor carries it. The p-value ranks the unit among its donors taken as if treated: with 19 donors it can't be below 0.05.",
        Sources =
        [
            "Abadie, Diamond and Hainmueller (2010), Synthetic Control Methods for Comparative Case Studies; (2015) for placebos in time and donors left out",
            "Ferman and Pinto (2021) for the de-meaned form",
            "Chernozhukov, Wüthrich and Zhu (2021), An Exact and Robust Conformal Inference Method; Barber and others (2021) for the jackknife+",
            "Cavallo, Galiani, Noy and Pantano (2013); Dube and Zipperer (2015) for pooling",
        ],
        Columns = SyntheticControlTables.Columns,
        Options =
        [
            MethodOption.Flag("demeaned", false, "Whether units are compared after taking their mean before the start away, so that levels may differ."),
            new("predictors", OptionKind.Averages, null, "Columns whose means are matched in place of the outcome in every earlier period (all periods before the start where none are named); empty cells take no part. The outcome's own column may be among them."),
            new("importance", OptionKind.Numbers, null, "V, the importance of each predictor; searched for where not given, so that the outcome is followed before the start.") { Minimum = 0, For = ("predictors", []) },
            .. SyntheticControlTables.Options,
        ],
        Estimates = SyntheticControlTables.Estimates,
        Tables = SyntheticControlTables.Described,
        UsesSeed = true,
        Examples =
        [
            new("--unit state --time year --outcome packs --treated law", "Outcomes alone, with placebos in space"),
            new("--unit state --time year --outcome packs --treated law --options predictors=income:1980..1988,beer:1984..1988,packs:1975,packs:1988 inference=none", "With predictors, V searched for"),
            new("--unit municipality --time quarter --outcome n --exposure population --cohort start --options scale=100000 inference=conformal permutations=all", "Rates, conformal p-values and intervals for each period"),
            new("--unit municipality --time year --outcome rate --cohort start --options pooled=yes leave-one-out=yes placebo-start=2020", "All treated units pooled, donors left out, a placebo in time"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var predictors = input.Options.Texts("predictors");
        if (predictors.Count > 0 && input.Options.Flag("demeaned"))
        {
            throw new InputException("Options predictors and demeaned can't be had together: predictors take the place of the outcome that would be de-meaned. Leave one out.");
        }

        return SyntheticControlTables.Run(
            input,
            new()
            {
                Variant = predictors.Count > 0 ? SyntheticControlVariant.Predictors : input.Options.Flag("demeaned") ? SyntheticControlVariant.Demeaned : SyntheticControlVariant.OutcomeOnly,
                PredictorImportance = input.Options.Has("importance") ? [.. input.Options.Numbers("importance")] : [],
            },
            predictors);
    }
}
