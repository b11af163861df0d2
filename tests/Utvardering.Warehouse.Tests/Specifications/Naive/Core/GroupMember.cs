using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class GroupMember
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var group in from["registry.comparison_group"])
        {
            var without = from["registry.comparison_group_without"]
                .Where(row => row.Text("group_id") == group.Text("group_id"))
                .SelectMany(row => Participants(from, row.Text("programme_id")))
                .ToHashSet();
            var candidates = group.Text("kind") switch
            {
                "programme" => Participants(from, group.Text("programme_id")),
                "all" => from["registry.municipality"].Select(row => row.Text("code")!),
                "peers" => Similar(from, group),
                _ => [],
            };
            foreach (var municipality in candidates.Distinct().Where(code => !without.Contains(code)))
            {
                yield return new Row
                {
                    ["group_id"] = group["group_id"],
                    ["municipality_code"] = municipality,
                    ["programme_from"] = from["registry.participation"]
                        .Where(row => row.Text("programme_id") == group.Text("programme_id") && row.Text("municipality_code") == municipality)
                        .Min(row => row.DateOrNull("valid_from")),
                };
            }
        }
    }

    private static IEnumerable<string> Similar(NaiveWarehouse from, Row group)
    {
        var treated = from["registry.comparison_group"].Single(row => row.Text("group_id") == group.Text("of_group_id"));
        var subjects = from["registry.comparison_group_by"].Where(row => row.Text("group_id") == group.Text("group_id")).Select(row => row.Text("subject")).ToList();
        return Participants(from, treated.Text("programme_id")).SelectMany(member => from["staging.similar_municipality"]
            .Where(row => row.Text("municipality_code") == member && subjects.Contains(row.Text("subject")))
            .Select(row => row.Text("peer_code")!));
    }

    private static IEnumerable<string> Participants(NaiveWarehouse from, string? programme)
        => from["registry.participation"].Where(row => row.Text("programme_id") == programme).Select(row => row.Text("municipality_code")).OfType<string>();
}
