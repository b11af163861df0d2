using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class ProgrammeOverlap
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var month in from["core.calendar"].Select(row => row.Date("month")))
        {
            foreach (var municipality in from["core.municipality"])
            {
                var parts = from["core.programme_municipality"]
                    .Where(part => part.Text("municipality_code") == municipality.Text("municipality_code")
                        && part.Date("valid_from") < month.AddMonths(1) && !(part.DateOrNull("valid_to") < month))
                    .GroupBy(part => part.Text("programme_id"))
                    .Select(parts => parts.MaxBy(part => part.Date("valid_from"))!)
                    .Select(part => (Part: part, Programme: from["core.programme"].Single(row => row.Text("programme_id") == part.Text("programme_id"))))
                    .ToList();
                var targeted = parts.Count(part => part.Programme.Flag("targeted"));
                foreach (var (part, programme) in parts)
                {
                    yield return new Row
                    {
                        ["municipality_code"] = municipality["municipality_code"],
                        ["municipality"] = municipality["name"],
                        ["month"] = month,
                        ["programme_id"] = programme["programme_id"],
                        ["title_sv"] = programme["title_sv"],
                        ["title_en"] = programme["title_en"],
                        ["targeted"] = programme["targeted"],
                        ["role"] = part["role"],
                        ["strands"] = part["strands"],
                        ["valid_from"] = part["valid_from"],
                        ["valid_to"] = part["valid_to"],
                        ["certainty"] = part["certainty"],
                        ["targeted_programmes"] = targeted,
                        ["overlapping"] = targeted > 1,
                    };
                }
            }
        }
    }
}
