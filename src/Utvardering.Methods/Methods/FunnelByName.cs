using System.Collections.Immutable;
using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Rates;

namespace Utvardering.Methods.Methods;

internal sealed class FunnelByName : IEstimationMethod
{
    private const double Inner = 0.95;
    private const double Outer = 0.998;

    public MethodDescription Description { get; } = new()
    {
        Name = "funnel",
        Title = "Funnel limits: which units differ by more than chance",
        Summary = "Each unit's rate, proportion or ratio against limits that chance alone would keep, wider for small units, with and without over-dispersion. "
            + "A unit outside is a question to ask, not an answer; ranking units is what a funnel is made to replace.",
        Sources = ["Spiegelhalter (2005), Funnel plots for comparing institutional performance", "Spiegelhalter (2012), Statistical methods for healthcare regulation (over-dispersion)"],
        Columns = CountColumns.All,
        Options =
        [
            MethodOption.Choice("measure", "What count over exposure is: a rate, a proportion, or observed over expected.", "rate", "proportion", "ratio"),
            new("scale", OptionKind.Number, "100000", "Rates are told for this much exposure (proportions and ratios as they are).") { Minimum = 1e-9 },
            MethodOption.Choice("limits", "Exact limits interpolated between counts, the normal approximation, or the χ² formula (not for proportions).", "exact", "normal", "chi-squared"),
            MethodOption.Choice("transform", "Scale on which rates and ratios vary about the target: square root or logarithm (proportions: arcsine).", "root", "log"),
            MethodOption.Choice("outliers", "What is done with extreme units before over-dispersion is reckoned: drawn in, or left out.", "winsorise", "truncate"),
            new("extreme", OptionKind.Number, "0.1", "Share at each end that is extreme.") { Minimum = 0, Maximum = 0.49 },
        ],
        Examples =
        [
            new("--unit municipality --outcome n --exposure population", "Rates per 100 000"),
            new("--unit hospital --outcome deaths --exposure expected --options measure=ratio transform=log outliers=truncate", "Observed over expected, as the summary hospital mortality indicator"),
        ],
        Estimates = [],
        Tables =
        [
            new("units", "One row a unit.",
            [
                new("unit", "its name"), new("count", "events"), new("exposure", "exposure, size or expected"), new("value", "the measure"),
                new("low95", "lower 95 % limit"), new("high95", "upper"), new("low998", "lower 99.8 % limit"), new("high998", "upper"),
                new("additiveLow998", "lower 99.8 % limit with over-dispersion (additive)"), new("additiveHigh998", "upper"),
                new("multiplicativeLow998", "lower 99.8 % limit with over-dispersion (multiplicative)"), new("multiplicativeHigh998", "upper"),
                new("z", "standardised distance from the target"), new("adjustedZ", "the same with over-dispersion"),
            ]),
            new("dispersion", "How much units differ.", [new("target", "the common value"), new("units", "units used"), new("phi", "over-dispersion, 1 for chance alone"), new("tau2", "variance between units on the funnel's scale")]),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var rows = CountColumns.Read(input);
        var measure = input.Options.Text("measure");
        var scale = measure == "rate" ? input.Options.Number("scale") : 1;
        var limits = input.Options.Text("limits") switch { "exact" => FunnelMethod.Exact, "normal" => FunnelMethod.Normal, _ => FunnelMethod.ChiSquared };
        var total = rows.Sum(row => row.Count) / rows.Sum(row => row.Exposure);
        var target = measure == "ratio" ? 1 : total;

        // On the scale of ratios a rate is its count over what the common rate would expect.
        var points = rows.Select(row => new FunnelPoint(row.Name, row.Count, measure == "rate" ? row.Exposure * total : row.Exposure)).ToImmutableArray();
        var spread = OverdispersedFunnel.Of(points, new()
        {
            Scale = measure == "proportion" ? FunnelScale.ArcsineProportion : input.Options.Text("transform") == "root" ? FunnelScale.RootRatio : FunnelScale.LogRatio,
            Outliers = input.Options.Text("outliers") == "winsorise" ? OutlierTreatment.Winsorise : OutlierTreatment.Truncate,
            ExtremeShare = input.Options.Number("extreme"),
        });
        return new()
        {
            Estimates = [],
            Tables =
            [
                Description.Tables[0].Filled(rows.Index().Select(row =>
                {
                    var (_, count, exposure) = row.Item;
                    var (inner, outer) = (Limits(measure, target, exposure, Inner, limits), Limits(measure, target, exposure, Outer, limits));
                    var (additive, multiplicative) = (spread.Additive(points[row.Index].Denominator, Outer), spread.Multiplicative(points[row.Index].Denominator, Outer));
                    var back = measure == "rate" ? total * scale : 1;
                    return new object?[]
                    {
                        row.Item.Name, (double)count, exposure, count / exposure * scale, inner.Low * scale, inner.High * scale, outer.Low * scale, outer.High * scale,
                        additive.Low * back, additive.High * back, multiplicative.Low * back, multiplicative.High * back, spread.ZScores[row.Index], spread.AdjustedZScores[row.Index],
                    };
                })),
                Description.Tables[1].Filled([[target * scale, spread.Used, spread.Phi, spread.Tau2]]),
            ],
        };
    }

    private static Statistics.Intervals.ConfidenceInterval Limits(string measure, double target, double exposure, double confidence, FunnelMethod method) => measure switch
    {
        "rate" => FunnelLimits.Rate(target, exposure, confidence, method),
        "proportion" => FunnelLimits.Proportion(target, (long)exposure, confidence, method),
        _ => FunnelLimits.Ratio(exposure, confidence, method),
    };
}
