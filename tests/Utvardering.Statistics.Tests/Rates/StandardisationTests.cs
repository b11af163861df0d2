using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Rates;
using Utvardering.Testing;

namespace Utvardering.Statistics.Tests.Rates;

/// <summary>Against R's epitools (the table of Fay and Feuer 1997) and Public Health England's PHEindicatormethods.</summary>
public class StandardisationTests
{
    private const double Exact = 1e-9;
    private static readonly Oracle Oracle = new("10_rates");

    [SharedDataFact]
    public void Fay_and_Feuer_s_table_is_reproduced()
    {
        foreach (var order in Oracle.Expected().GetProperty("direct_standardisation_fay_feuer").EnumerateObject())
        {
            var rate = DirectlyStandardisedRate.Of([.. Oracle.Rows().Where(row => row["birth_order"] == order.Name)
                .Select(row => new StandardStratum(row["age"], long.Parse(row["count"], System.Globalization.CultureInfo.InvariantCulture), Oracle.Number(row["pop"]), Oracle.Number(row["stdpop"])))]);

            Assertion.Near(order.Value.GetProperty("crude").GetDouble(), rate.Crude, Exact);
            Assertion.Near(order.Value.GetProperty("dsr").GetDouble(), rate.Rate, Exact);
            Assertion.Near(order.Value.GetProperty("variance").GetDouble(), rate.Variance, Exact);
            Assertion.Near(order.Value.GetProperty("w_max").GetDouble(), rate.LargestWeight, Exact);
            foreach (var (name, confidence) in new[] { ("ci95", 0.95), ("ci998", 0.998) })
            {
                var (expected, actual) = (Oracle.Numbers(order.Value.GetProperty(name)), rate.FayFeuer(confidence));
                Assertion.Near(expected[0], actual.Low, Exact);
                Assertion.Near(expected[1], actual.High, Exact);
            }

            var rounded = Oracle.Numbers(order.Value.GetProperty("per_100k_rounded"));
            var published = rate.FayFeuer(0.95, 100_000);
            Assert.Equal(rounded[1..], new[] { Math.Round(rate.Rate * 100_000, 1), Math.Round(published.Low, 1), Math.Round(published.High, 1) });
        }
    }

    [SharedDataFact]
    public void Areas_equal_Public_Health_England_s_direct_rates()
    {
        var (phe, gamma) = (Oracle.Expected().GetProperty("phe_dsr"), Oracle.Expected().GetProperty("phe_test_fay_feuer"));
        var values = Oracle.Numbers(phe.GetProperty("value"));
        foreach (var (i, area) in Areas(phe))
        {
            var rate = DirectlyStandardisedRate.Of([.. Of(area).Where(row => row["pop"].Length > 0).Select(row => new StandardStratum(row["ageband"], Count(row["count"]), Oracle.Number(row["pop"]), Esp(row)))]);
            Assert.Equal(Oracle.Numbers(phe.GetProperty("total_count"))[i], rate.Count);
            Assert.Equal(double.IsNaN(values[i]), rate.HasFewEvents);
            if (!rate.HasFewEvents)
            {
                Assertion.Near(values[i], rate.Rate * 100_000, Exact);
                Near(phe, i, "95_0cl", rate.Dobson(0.95, 100_000), Exact);
                Near(phe, i, "99_8cl", rate.Dobson(0.998, 100_000), Exact);
                var expected = Oracle.Numbers(gamma.GetProperty(area).GetProperty("fay_feuer"));
                var interval = rate.FayFeuer(0.95, 100_000);
                Assertion.Near(expected[0], interval.Low, Exact);
                Assertion.Near(expected[1], interval.High, Exact);
            }
        }
    }

    [SharedDataFact]
    public void Areas_equal_Public_Health_England_s_indirect_rates_and_ratios()
    {
        var (rates, ratios) = (Oracle.Expected().GetProperty("phe_isr"), Oracle.Expected().GetProperty("phe_smr"));
        foreach (var (i, area) in Areas(rates))
        {
            var ratio = StandardisedRatio.Of(
                Of(area).Where(row => row["pop"].Length > 0).Sum(row => Count(row["count"])),
                [.. Of(area).Select(row => new ReferenceStratum(row["ageband"], Blank(row["pop"]), Blank(row["refcount"]), Oracle.Number(row["refpop"])))]);
            Assertion.Near(Oracle.Numbers(ratios.GetProperty("expected"))[i], ratio.Expected, Exact);
            Assertion.Near(Oracle.Numbers(ratios.GetProperty("value"))[i], ratio.Ratio, Exact);
            Near(ratios, i, "95_0cl", ratio.Published(0.95), Exact);
            Near(ratios, i, "99_8cl", ratio.Published(0.998), Exact);
            Assertion.Near(Oracle.Numbers(rates.GetProperty("value"))[i], ratio.Rate(100_000), Exact);
            Assertion.Near(Oracle.Numbers(rates.GetProperty("ref_rate"))[i], ratio.ReferenceRate * 100_000, Exact);
        }
    }

    [SharedDataFact]
    public void First_births_held_against_all_equal_epitools()
    {
        var rows = Oracle.Rows().ToArray();
        var ratio = StandardisedRatio.Of(
            rows.Where(row => row["birth_order"] == "1").Sum(row => Count(row["count"])),
            [.. rows.Where(row => row["birth_order"] == "1").Select(row => new ReferenceStratum(
                row["age"], Oracle.Number(row["pop"]),
                rows.Where(other => other["age"] == row["age"]).Sum(other => Oracle.Number(other["count"])),
                rows.Where(other => other["age"] == row["age"]).Sum(other => Oracle.Number(other["pop"]))))]);
        var expected = Oracle.Expected().GetProperty("indirect").GetProperty("sir");
        var rate = Oracle.Expected().GetProperty("indirect").GetProperty("rate");

        Assertion.Near(expected.GetProperty("exp").GetDouble(), ratio.Expected, Exact);
        Assertion.Near(expected.GetProperty("sir").GetDouble(), ratio.Ratio, Exact);
        Assertion.Near(expected.GetProperty("lci").GetDouble(), ratio.LogWald(0.95)!.Value.Low, Exact);
        Assertion.Near(expected.GetProperty("uci").GetDouble(), ratio.LogWald(0.95)!.Value.High, Exact);
        Assertion.Near(rate.GetProperty("adj.rate").GetDouble(), ratio.Rate(), Exact);
        Assertion.Near(rate.GetProperty("lci").GetDouble(), ratio.LogWald(0.95)!.Value.Low * ratio.ReferenceRate, Exact);
    }

    [Fact]
    public void Standardised_to_itself_a_population_has_its_crude_rate_and_Garwood_s_interval() => Property.HoldsForEverySeed(seed =>
    {
        var random = new RandomSequence(seed, 0);
        ImmutableArray<StandardStratum> strata = [.. Enumerable.Range(0, 1 + random.NextBelow(6)).Select(i => 100 + (double)random.NextBelow(900))
            .Select((size, i) => new StandardStratum($"{i}", random.NextBelow(20), size, size))];
        var rate = DirectlyStandardisedRate.Of(strata);
        var count = PoissonInterval.Garwood(rate.Count, 0.95);
        return Assertion.IsNear(rate.Crude, rate.Rate, 1e-12)
            && Assertion.IsNear(count.Low / rate.Population, rate.FayFeuer(0.95).Low, 1e-10)
            && Assertion.IsNear(count.High / rate.Population, rate.FayFeuer(0.95).High, 1e-10);
    }, cases: 60);

    [Fact]
    public void A_stratum_without_people_is_named()
    {
        Assert.Contains("85+", Assert.Throws<ArgumentException>(() => DirectlyStandardisedRate.Of([new("85+", 1, 0, 10)])).Message, StringComparison.Ordinal);
        Assert.Contains("85+", Assert.Throws<ArgumentException>(() => StandardisedRatio.Of(1, [new("85+", 1, 1, 0)])).Message, StringComparison.Ordinal);
    }

    private static void Near(JsonElement expected, int area, string of, Statistics.Intervals.ConfidenceInterval actual, double tolerance)
    {
        Assertion.Near(Oracle.Numbers(expected.GetProperty("lower" + of))[area], actual.Low, tolerance);
        Assertion.Near(Oracle.Numbers(expected.GetProperty("upper" + of))[area], actual.High, tolerance);
    }

    private static IEnumerable<(int Index, string Item)> Areas(JsonElement phe) => phe.GetProperty("area").EnumerateArray().Select(area => area.GetString()!).Index();

    private static IEnumerable<Dictionary<string, string>> Of(string area) => Oracle.Rows("phe_multiarea.csv").Where(row => row["area"] == area);

    private static long Count(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // The tiny area has an age group without figures.
    private static double Blank(string text) => text.Length == 0 ? 0 : Oracle.Number(text);

    // The European standard population of 2013, per 100 000 in groups of five years; Eurostat (2013).
    private static double Esp(Dictionary<string, string> row)
    {
        double[] standard = [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000];
        return standard[Of(row["area"]).Select(other => other["ageband"]).ToList().IndexOf(row["ageband"])];
    }
}
