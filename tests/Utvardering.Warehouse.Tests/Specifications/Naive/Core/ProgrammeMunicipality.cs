using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class ProgrammeMunicipality
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var part in from["registry.participation"])
        {
            var document = from["registry.source_document"].Single(row => row.Text("document_id") == part.Text("document_id"));
            foreach (var municipality in part.Text("municipality_code") is { } one ? [one] : from["registry.municipality"].Select(row => row.Text("code")!))
            {
                yield return new Row
                {
                    ["programme_id"] = part["programme_id"],
                    ["municipality_code"] = municipality,
                    ["role"] = part["role"],
                    ["strands"] = Strands(from, part),
                    ["valid_from"] = part["valid_from"],
                    ["valid_to"] = part["valid_to"],
                    ["certainty"] = part["certainty"],
                    ["document_id"] = part["document_id"],
                    ["publisher"] = document["publisher"],
                    ["document"] = document["title"],
                };
            }
        }
    }

    private static string? Strands(NaiveWarehouse from, Row part)
    {
        bool Programmes(Row row) => row.Text("programme_id") == part.Text("programme_id");
        var own = from["registry.participation_strand"]
            .Where(row => Programmes(row) && row.Text("municipality_code") == part.Text("municipality_code") && row.Date("valid_from") == part.Date("valid_from"))
            .Select(row => row.Text("strand"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var all = from["registry.programme_strand"].Where(Programmes).ToList();
        return own.Count > 0 ? string.Join(", ", own) : all.Count == 1 ? all[0].Text("strand") : null;
    }
}
