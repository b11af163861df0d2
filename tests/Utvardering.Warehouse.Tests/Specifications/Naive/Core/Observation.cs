using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Observation
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
        => from["registry.indicator"].SelectMany(indicator => indicator.Text("measure") switch
        {
            "reported_offences" => Offences(from, indicator),
            "indicator_values" => Published(from, indicator),
            _ => Delivered(from, indicator),
        });

    private static IEnumerable<Row> Offences(NaiveWarehouse from, Row indicator)
    {
        foreach (var cell in from["staging.offence_cell"].Where(row => row.Text("offence_code") == indicator.Text("code")))
        {
            var exposure = Exposed(from, cell.Text("municipality_code"), "total", "total", "month", cell.Date("month"));
            var rate = indicator.Number("per") * cell.Number("count") / exposure?.Number("person_months");
            yield return Figure(from, indicator, cell.With("sex", "total"), "month", cell.Number("count"), exposure?.Number("person_months"), rate, cell.Text("status"), Come(exposure));
        }
    }

    private static IEnumerable<Row> Published(NaiveWarehouse from, Row indicator)
    {
        foreach (var figure in from["lake.indicator_values"].Where(row => row.Text("indicator_code") == indicator.Text("code")))
        {
            var year = new DateOnly((int)figure.Number("year")!, 1, 1);
            var denominator = indicator.Text("denominator");
            var exposure = denominator is null ? null : Exposed(from, figure.Text("municipality_code"), denominator == "population_0_20" ? "0_20" : "total", figure.Text("sex"), "year", year);
            var inhabitants = exposure?.Number("person_months") / exposure?.Number("months");
            yield return Figure(
                from, indicator, figure.With("year", year), "year", figure.Number("value") * inhabitants / indicator.Number("per"), inhabitants,
                figure.Number("value"), figure.Text("status"), denominator is null ? "" : Come(exposure));
        }
    }

    private static IEnumerable<Row> Delivered(NaiveWarehouse from, Row indicator)
    {
        foreach (var measure in from["staging.delivered_measure"].Where(row => row.Text("measure") == indicator.Text("code")))
        {
            var byInhabitants = indicator.Text("denominator") == "population_0_20";
            var band = measure.Text("age") == "total" ? "0_20" : measure.Text("age")!.Replace('-', '_');
            var exposure = byInhabitants ? Exposed(from, measure.Text("municipality_code"), band, measure.Text("sex"), "quarter", measure.Date("quarter")) : null;
            var denominator = indicator.Text("denominator") switch
            {
                "cases" => measure.Number("denominator"),
                "population_0_20" => exposure?.Number("person_months") / exposure?.Number("months"),
                _ => null,
            };
            var share = denominator > 0 ? indicator.Number("per") * measure.Number("numerator") / denominator : null;
            yield return Figure(
                from, indicator, measure, "quarter", measure.Number("numerator"), denominator, measure.Number("value") ?? share,
                denominator == 0 ? "not_applicable" : measure.Text("status"), byInhabitants ? Come(exposure) : "");
        }
    }

    private static Row? Exposed(NaiveWarehouse from, string? municipality, string band, string? sex, string grain, DateOnly start)
        => from["core.exposure"].SingleOrDefault(row =>
            row.Text("municipality_code") == municipality && row.Text("band") == band && row.Text("sex") == sex
            && row.Text("grain") == grain && row.Date("period_start") == start);

    private static string Come(Row? exposure) => exposure?.Text("status") ?? "not_available";

    private static Row Figure(
        NaiveWarehouse from, Row indicator, Row of, string period, double? numerator, double? denominator, double? value, string? status, string exposure) => new()
    {
        ["indicator_id"] = indicator["indicator_id"],
        ["municipality_code"] = of["municipality_code"],
        ["grain"] = indicator["grain"],
        ["period_start"] = of[period],
        ["sex"] = of["sex"],
        ["age"] = of.Columns.Contains("age") ? of["age"] : "total",
        ["numerator"] = numerator,
        ["denominator"] = denominator,
        ["value"] = value,
        // What is not there says why.
        ["status"] = value is null && (status ?? "") is ("" or "preliminary") ? "not_available" : status ?? "",
        ["exposure_status"] = exposure,
        ["source"] = of["source"],
        ["vintage"] = from["lake.feed"].Single(row => row.Text("source") == of.Text("source"))["content"],
    };
}
