using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Specifications.Naive.Core;

internal static class Programme
{
    public static IEnumerable<Row> Rows(NaiveWarehouse from)
    {
        foreach (var programme in from["registry.programme"])
        {
            var parts = from["registry.participation"].Where(row => row.Text("programme_id") == programme.Text("programme_id")).ToList();
            var ends = parts.Select(row => row.DateOrNull("valid_to")).ToList();
            yield return new Row
            {
                ["programme_id"] = programme["programme_id"],
                ["title_sv"] = programme["title_sv"],
                ["title_en"] = programme["title_en"],
                ["targeted"] = programme["targeted"],
                ["valid_from"] = parts.Min(row => row.DateOrNull("valid_from")),
                ["valid_to"] = ends.Contains(null) ? null : ends.Max(),
                ["participants"] = !programme.Flag("targeted") || parts.Count == 0 ? null : parts.Select(row => row.Text("municipality_code")).OfType<string>().Distinct().Count(),
                ["note_sv"] = programme["note_sv"],
                ["note_en"] = programme["note_en"],
            };
        }
    }
}
