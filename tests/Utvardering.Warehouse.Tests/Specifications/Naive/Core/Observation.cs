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
            var exposure = Exposed(from, cell.Text("municipality_code"), "total", "month", cell.Date("month"));
            var rate = indicator.Number("per") * cell.Number("count") / exposure?.Number("person_months");
            yield return Figure(indicator, cell, "month", cell.Number("count"), exposure?.Number("person_months"), rate, cell.Text("status"), exposure);
        }
    }

    private static IEnumerable<Row> Published(NaiveWarehouse from, Row indicator)
    {
        foreach (var figure in from["lake.indicator_values"].Where(row => row.Text("indicator_code") == indicator.Text("code") && row.Text("sex") == "total"))
        {
            var year = new DateOnly((int)figure.Number("year")!, 1, 1);
            var exposure = indicator.Text("denominator") is { } denominator ? Exposed(from, figure.Text("municipality_code"), Band(denominator), "year", year) : null;
            var inhabitants = exposure?.Number("person_months") / exposure?.Number("months");
            yield return Figure(
                indicator, figure.With("year", year), "year", figure.Number("value") * inhabitants / indicator.Number("per"), inhabitants,
                figure.Number("value"), figure.Text("status"), exposure);
        }
    }

    private static IEnumerable<Row> Delivered(NaiveWarehouse from, Row indicator)
    {
        foreach (var measure in from["staging.delivered_measure"].Where(row => row.Text("measure") == indicator.Text("code")))
        {
            var exposure = indicator.Text("denominator") == "population_0_20" ? Exposed(from, measure.Text("municipality_code"), "0_20", "quarter", measure.Date("quarter")) : null;
            var denominator = indicator.Text("denominator") switch
            {
                "cases" => measure.Number("denominator"),
                "population_0_20" => exposure?.Number("person_months") / exposure?.Number("months"),
                _ => null,
            };
            var share = denominator > 0 ? indicator.Number("per") * measure.Number("numerator") / denominator : null;
            yield return Figure(
                indicator, measure, "quarter", measure.Number("numerator"), denominator, measure.Number("value") ?? share,
                denominator == 0 ? "not_applicable" : measure.Text("status"), exposure);
        }
    }

    private static string Band(string denominator) => denominator == "population_0_20" ? "0_20" : "total";

    private static Row? Exposed(NaiveWarehouse from, string? municipality, string band, string grain, DateOnly start)
        => from["core.exposure"].SingleOrDefault(row =>
            row.Text("municipality_code") == municipality && row.Text("band") == band && row.Text("grain") == grain && row.Date("period_start") == start);

    private static Row Figure(Row indicator, Row of, string period, double? numerator, double? denominator, double? value, string? status, Row? exposure) => new()
    {
        ["indicator_id"] = indicator["indicator_id"],
        ["municipality_code"] = of["municipality_code"],
        ["period_start"] = of[period],
        ["source"] = of["source"],
        ["numerator"] = numerator,
        ["denominator"] = denominator,
        ["value"] = value,
        ["status"] = status ?? "",
        ["exposure_status"] = exposure?.Text("status") ?? "",
    };
}
