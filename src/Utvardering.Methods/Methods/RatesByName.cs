using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Rates;

namespace Utvardering.Methods.Methods;

internal sealed class RatesByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "rates",
        Title = "Rates with exact intervals, compared with a reference",
        Summary = "The rate of each row with Garwood's exact and Byar's interval, and its ratio to and difference from a reference row (or all other rows together). "
            + "For independent counts: events that come in clusters need wider intervals.",
        Sources = ["Garwood (1936); Breslow and Day (1987), volume II, for Byar's interval", "Clopper and Pearson (1934), conditional on the total, for the ratio"],
        Columns = CountColumns.All,
        Options =
        [
            new("scale", OptionKind.Number, "100000", "Rates are told for this much exposure.") { Minimum = 1e-9 },
            new("reference", OptionKind.Text, null, "The name of the row that the others are compared with; without it each is compared with all others together."),
            MethodOption.Confidence,
        ],
        Estimates = [],
        Tables =
        [
            new("rates", "One row each.",
            [
                new("unit", "its name"), new("count", "events"), new("exposure", "exposure"), new("rate", "count / exposure × scale"), new("low", "Garwood's lower limit"),
                new("high", "upper limit"), new("byarLow", "Byar's lower limit"), new("byarHigh", "upper limit"),
            ]),
            new("comparisons", "Against the reference.",
            [
                new("unit", "its name"), new("ratio", "rate over the reference's"), new("ratioLow", "exact lower limit"), new("ratioHigh", "upper limit"), new("pValue", "of no difference"),
            ]),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        var scale = input.Options.Number("scale");
        var rows = CountColumns.Read(input).Select(row => (row.Name, Rate: new CountedRate(row.Count, row.Exposure))).ToList();
        return new()
        {
            Estimates = [],
            Tables =
            [
                Description.Tables[0].Filled(rows.Select(row =>
                {
                    var (exact, byar) = (row.Rate.Garwood(input.Confidence, scale), row.Rate.Byar(input.Confidence, scale));
                    return new object?[] { row.Name, (double)row.Rate.Count, row.Rate.Exposure, row.Rate.Value(scale), exact.Low, exact.High, byar.Low, byar.High };
                })),
                Description.Tables[1].Filled(Pairs(input, rows).Select(pair =>
                {
                    var ratio = new RateRatio(pair.Rate, pair.Reference);
                    var interval = ratio.ExactInterval(input.Confidence);
                    return new object?[] { pair.Name, ratio.Estimate, interval.Low, interval.High, ratio.PTwoSided };
                })),
            ],
        };
    }

    private static IEnumerable<(string Name, CountedRate Rate, CountedRate Reference)> Pairs(MethodInput input, List<(string Name, CountedRate Rate)> rows)
    {
        if (!input.Options.Has("reference"))
        {
            return rows.Count < 2 ? [] : rows.Select(row => (row.Name, row.Rate, Sum(rows.Where(other => other.Name != row.Name).Select(other => other.Rate))));
        }

        var name = input.Options.Text("reference");
        var reference = rows.FirstOrDefault(row => row.Name == name).Rate
            ?? throw new Warehouse.InputException($"{input.Table.File} has no row named \"{name}\": the reference is one of {string.Join(", ", rows.Take(10).Select(row => row.Name))}.");
        return rows.Where(row => row.Name != name).Select(row => (row.Name, row.Rate, reference));
    }

    private static CountedRate Sum(IEnumerable<CountedRate> rates)
    {
        var all = rates.ToList();
        return new(all.Sum(rate => rate.Count), all.Sum(rate => rate.Exposure));
    }
}
