using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Marts;

internal static class Participation
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var part in from["registry.participation"])
        {
            var programme = from["registry.programme"].Single(row => row.Text("programme_id") == part.Text("programme_id"));
            var document = from["registry.source_document"].Single(row => row.Text("document_id") == part.Text("document_id"));
            yield return new Row
            {
                ["programme_id"] = programme["programme_id"],
                ["title_sv"] = programme["title_sv"],
                ["title_en"] = programme["title_en"],
                ["targeted"] = programme["targeted"],
                ["municipality_code"] = part["municipality_code"],
                ["municipality"] = from["core.municipality"].SingleOrDefault(row => row.Text("municipality_code") == part.Text("municipality_code"))?["name"],
                ["role"] = part["role"],
                ["valid_from"] = part["valid_from"],
                ["valid_to"] = part["valid_to"],
                ["certainty"] = part["certainty"],
                ["publisher"] = document["publisher"],
                ["document"] = document["title"],
            };
        }
    }
}
