using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class ExposureMonth
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        var ends = from["core.population_year_end"];
        foreach (var ending in ends)
        {
            var opening = ends.SingleOrDefault(row => row.Text("municipality_code") == ending.Text("municipality_code") && row.Text("band") == ending.Text("band") && row.Text("sex") == ending.Text("sex") && row.Number("year") == ending.Number("year") - 1);
            for (var month = 1; opening is not null && month <= 12; month++)
            {
                // January's middle lies half a month after the year-end before.
                var share = (month - 0.5) / 12;
                yield return new Row
                {
                    ["municipality_code"] = ending["municipality_code"],
                    ["band"] = ending["band"],
                    ["sex"] = ending["sex"],
                    ["month"] = new DateOnly((int)ending.Number("year")!, month, 1),
                    ["population"] = ((1 - share) * opening.Number("population")) + (share * ending.Number("population")),
                    ["status"] = ExposureStatus.Worst(opening.Text("status"), ending.Text("status")),
                };
            }
        }
    }
}
