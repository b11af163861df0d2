using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Staging;

internal static class SimilarMunicipality
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from) => from["lake.peer_municipalities"].Select(row =>
    {
        // "Liknande kommuner IFO, Borås, 2024", "Liknande kommuner, övergripande, Borås, 2025"
        var parts = row.Text("group_title")!.Split(", ");
        return new Row
        {
            ["source"] = row["source"],
            ["municipality_code"] = row["municipality_code"],
            ["subject"] = string.Join(", ", parts[..^2])["Liknande kommuner".Length..].TrimStart(',', ' '),
            ["year"] = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture),
            ["peer_code"] = row["peer_code"],
        };
    });
}
