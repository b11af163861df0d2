using Utvardering.Methods.Answers;
using Utvardering.Methods.Catalog;
using Utvardering.Methods.Options;
using Utvardering.Methods.Tables;
using Utvardering.Statistics.Rates;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Methods;

internal sealed class RatesByName : IEstimationMethod
{
    public MethodDescription Description { get; } = new()
    {
        Name = "rates",
        Title = "Rates with exact intervals, compared, standardised, charted over time",
        Summary = "The rate of each unit (its rows added up) with Garwood's exact and Byar's interval, and its ratio to and difference from a reference (or all other units together). "
            + "With standardise its rate were its composition, by age say, the standard population's (direct), or its events over those the reference's rates would give (indirect). "
            + "With chart a control chart of each unit over time, with the rules that signal a change. For independent counts: events that come in clusters need wider intervals.",
        Sources =
        [
            "Garwood (1936); Breslow and Day (1987), volume II, for Byar's interval", "Clopper and Pearson (1934), conditional on the total, for the ratio; Zou and Donner (2008) for the difference",
            "Fay and Feuer (1997); Dobson, Kuulasmaa, Eberle and Scherer (1991) for direct standardisation; R packages epitools, PHEindicatormethods",
            "Shewhart (1931); Laney (2002) for p′ and u′; Anhøj and Olesen (2014) for runs; R package qicharts2",
        ],
        Columns =
        [
            CountColumns.All[0], CountColumns.All[1] with { Meaning = "the count of events, a whole number; with chart=individuals any number." }, CountColumns.All[2] with { Required = false },
            PanelColumns.Time with { Required = false, Meaning = "with chart: " + PanelColumns.Time.Meaning },
        ],
        Options =
        [
            new("scale", OptionKind.Number, "100000", "Rates are told for this much exposure (charts of proportions, counts and single measurements as they are).") { Minimum = 1e-9 },
            new("reference", OptionKind.Text, null, "The name of the unit that the others are compared with; without it each is compared with all others together."),
            .. StandardisedRates.Options,
            .. RateCharts.Options,
            MethodOption.Confidence,
        ],
        Estimates = [],
        Tables =
        [
            new("rates", "One row a unit.",
            [
                new("unit", "its name"), new("count", "events"), new("exposure", "exposure"), new("rate", "count / exposure × scale"), new("low", "Garwood's lower limit"),
                new("high", "upper limit"), new("byarLow", "Byar's lower limit"), new("byarHigh", "upper limit"),
            ]),
            new("comparisons", "Against the reference.",
            [
                new("unit", "its name"), new("ratio", "rate over the reference's"), new("ratioLow", "exact lower limit"), new("ratioHigh", "upper limit"), new("pValue", "of no difference"),
                new("difference", "rate less the reference's, × scale"), new("differenceLow", "lower limit"), new("differenceHigh", "upper limit"),
            ]),
            .. StandardisedRates.Described,
            .. RateCharts.Described,
        ],
        Examples =
        [
            new("--unit municipality --outcome n --exposure population --options reference=Uppsala", "Against one municipality"),
            new("--unit municipality --outcome n --exposure population --options standardise=direct stratum=age standard=standard_population", "Standardised for age"),
            new("--unit municipality --outcome n --exposure population --options standardise=indirect stratum=age reference-count=n_riket reference-exposure=population_riket", "Against what the country's rates would give"),
            new("--unit municipality --time month --outcome n --exposure population --options chart=u-prime baseline=2023-12", "A u′ chart with limits from the months up to December 2023"),
        ],
    };

    public MethodAnswer Run(MethodInput input)
    {
        if (RateCharts.AreWithoutExposure(input) && input.Columns.Exposure is null)
        {
            return new() { Estimates = [], Tables = [.. RateCharts.Tables(input)] };
        }

        var scale = input.Options.Number("scale");
        var rows = CountColumns.Read(input).GroupBy(row => row.Name, StringComparer.Ordinal)
            .Select(unit => (Name: unit.Key, Rate: new CountedRate(unit.Sum(row => row.Count), unit.Sum(row => row.Exposure)))).ToList();
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
                    var (ratio, difference) = (new RateRatio(pair.Rate, pair.Reference), new RateDifference(pair.Rate, pair.Reference));
                    var (ofRatio, ofDifference) = (ratio.ExactInterval(input.Confidence), difference.Interval(input.Confidence, scale));
                    return new object?[] { pair.Name, ratio.Estimate, ofRatio.Low, ofRatio.High, ratio.PTwoSided, difference.Estimate(scale), ofDifference.Low, ofDifference.High };
                })),
                .. StandardisedRates.Tables(input),
                .. RateCharts.Tables(input),
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
            ?? throw new InputException($"{input.Table.File} has no row named \"{name}\": the reference is one of {string.Join(", ", rows.Take(10).Select(row => row.Name))}.");
        return rows.Where(row => row.Name != name).Select(row => (row.Name, row.Rate, reference));
    }

    private static CountedRate Sum(IEnumerable<CountedRate> rates)
    {
        var all = rates.ToList();
        return new(all.Sum(rate => rate.Count), all.Sum(rate => rate.Exposure));
    }
}
