using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Rates;

namespace Utvardering.Methods.Methods;

/// <summary>Rates as if units were composed alike: rows are strata of units.</summary>
internal static class StandardisedRates
{
    public static IReadOnlyList<MethodOption> Options { get; } =
    [
        MethodOption.Choice("standardise", "Direct: the unit's rates by stratum weighted as the standard population. Indirect: its events over those the reference's rates would give. One row for each unit and stratum.", "none", "direct", "indirect"),
        new("stratum", OptionKind.Column, null, "Column of strata, such as age groups.") { For = ("standardise", ["direct", "indirect"]) },
        new("standard", OptionKind.Column, null, "Column of the stratum's size in the standard population.") { For = ("standardise", ["direct"]) },
        new("reference-count", OptionKind.Column, null, "Column of the stratum's events in the reference population.") { For = ("standardise", ["indirect"]) },
        new("reference-exposure", OptionKind.Column, null, "Column of the stratum's exposure in the reference population.") { For = ("standardise", ["indirect"]) },
    ];

    public static IReadOnlyList<AnswerTable> Described { get; } =
    [
        new("standardised", "With standardise=direct.",
        [
            new("unit", "its name"), new("crude", "rate before, × scale"), new("rate", "standardised, × scale"), new("low", "Fay and Feuer's lower limit"), new("high", "upper limit"),
            new("dobsonLow", "Dobson's lower limit, as health authorities publish it"), new("dobsonHigh", "upper limit"), new("fewEvents", "whether authorities would withhold it for fewer than ten events"),
        ]),
        new("ratios", "With standardise=indirect. Two such ratios are not comparable with each other.",
        [
            new("unit", "its name"), new("observed", "events"), new("expected", "at the reference's rates"), new("ratio", "observed over expected"), new("low", "exact lower limit"), new("high", "upper limit"),
            new("publishedLow", "lower limit as health authorities publish it, exact below ten events, Byar's from ten"), new("publishedHigh", "upper limit"), new("waldLow", "lower limit on the log scale"), new("waldHigh", "upper limit"),
            new("rate", "indirectly standardised, × scale"),
        ]),
    ];

    public static IEnumerable<MethodTable> Tables(MethodInput input)
    {
        var how = input.Options.Text("standardise");
        if (how == "none")
        {
            yield break;
        }

        var (scale, confidence) = (input.Options.Number("scale"), input.Confidence);
        var strata = input.Table.Filled(input.Options.Text("stratum"));
        var units = CountColumns.Read(input).Index().GroupBy(row => row.Item.Name, StringComparer.Ordinal);
        if (how == "direct")
        {
            var standard = input.Table.Numbers(input.Options.Text("standard"));
            yield return Described[0].Filled(units.Select(unit =>
            {
                var rate = DirectlyStandardisedRate.Of([.. unit.Select(row => new StandardStratum(Name(unit.Key, strata[row.Index]), row.Item.Count, row.Item.Exposure, standard[row.Index]))]);
                var (exact, published) = (rate.FayFeuer(confidence, scale), rate.Dobson(confidence, scale));
                return new object?[] { unit.Key, rate.Crude * scale, rate.Rate * scale, exact.Low, exact.High, published.Low, published.High, rate.HasFewEvents };
            }));
            yield break;
        }

        var (counts, exposures) = (input.Table.Numbers(input.Options.Text("reference-count")), input.Table.Numbers(input.Options.Text("reference-exposure")));
        yield return Described[1].Filled(units.Select(unit =>
        {
            var ratio = StandardisedRatio.Of(
                unit.Sum(row => row.Item.Count),
                [.. unit.Select(row => new ReferenceStratum(Name(unit.Key, strata[row.Index]), row.Item.Exposure, counts[row.Index], exposures[row.Index]))]);
            var (exact, published, wald) = (ratio.Exact(confidence), ratio.Published(confidence), ratio.LogWald(confidence));
            return new object?[]
            {
                unit.Key, (double)ratio.Observed, ratio.Expected, ratio.Ratio, exact.Low, exact.High, published.Low, published.High, wald?.Low, wald?.High, ratio.Rate(scale),
            };
        }));
    }

    private static string Name(string unit, string stratum) => $"{unit}, {stratum}";
}
