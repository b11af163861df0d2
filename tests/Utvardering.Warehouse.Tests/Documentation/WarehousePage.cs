using System.Globalization;
using System.Text;
using Utvardering.Warehouse.Models;
using Utvardering.Warehouse.Registry;
using Utvardering.Warehouse.Tests.Specifications.Harness;

namespace Utvardering.Warehouse.Tests.Documentation;

/// <summary>The page <c>docs/warehouse.md</c>, written from the models' headers and the registry's groups so that it can't say anything else.</summary>
internal static class WarehousePage
{
    private static readonly (string Schema, string Title, string About)[] Schemas =
    [
        ("core", "Dimensions and facts", "What marts and evaluation are made of: one table of observations, and what its keys mean."),
        ("marts", "Marts", "What is asked for again and again. Those that `pipelines/disclosure.yaml` lists leave a run, row by row through its rules."),
        ("staging", "Staging", "What the sources say, in one form and with the true zeros written out."),
    ];

    public static string Text(RegistryFiles registry)
    {
        var page = new StringBuilder("""
            # The warehouse
            *Generated from the headers of `pipelines/warehouse` and from `pipelines/registry/groups.yaml`. Change them, then run
            `UTVARDERING_WRITE_DOCS=1 dotnet test tests/Utvardering.Warehouse.Tests --filter WarehousePage`.*

            A run builds `warehouse.duckdb` anew: `lake.*` are the chosen vintages, `lake.previous_*` the one before each, `registry.*` is
            `pipelines/registry`, and the models below are made of them, each one SELECT. How to write one: `pipelines/warehouse/README.md`.
            What each must give is drawn in `tests/Utvardering.Warehouse.Tests/Specifications`; how the tests of its header went is `marts.model_test`.

            A figure that is missing has no `value` and a `status` that says why (`suppressed`, `not_available`, `not_reported` …); zero is a
            value. `exposure_status` says how a denominator was come by. Women and girls are `women`, men and boys `men`; `total` is all.


            """);
        foreach (var (schema, title, about) in Schemas)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {title}\n{about}\n\n");
            foreach (var model in House.Models.Where(model => model.Schema == schema))
            {
                Table(page, model);
            }
        }

        page.Append("## Comparison groups\nA pilot is in none but its own. A municipality left out is so whatever the dates of its programme.\n\n| group | title | members |\n|---|---|---|\n");
        foreach (var group in registry.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{group.Id}` | {group.Title.En} | {Members(group)} |\n");
        }

        return page.ToString();
    }

    private static void Table(StringBuilder page, SqlModel model)
    {
        var header = model.Sql.Split('\n').TakeWhile(line => line.StartsWith("-- ", StringComparison.Ordinal)).Select(line => line[3..]).ToList();
        var grain = header.Find(line => line.StartsWith("grain: ", StringComparison.Ordinal))!;
        var text = string.Join(' ', header.TakeWhile(line => line != grain));
        page.Append(CultureInfo.InvariantCulture, $"### {model.FullName}\n{text}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- one row: {grain["grain: ".Length..grain.IndexOf("; key: ", StringComparison.Ordinal)]}\n");
        page.Append(CultureInfo.InvariantCulture, $"- key: {Names(model.Key)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- columns: {Names(House.Columns(model.FullName).Select(column => column.Name))}\n\n");
    }

    private static string Members(ComparisonGroup group)
    {
        var members = group.Members switch
        {
            ProgrammeMembers own => $"participants of `{own.Programme}`",
            EveryMunicipality => "every municipality",
            PeerMembers peers => $"those that Kolada finds similar to a member of `{peers.Of}` in {string.Join(" or ", peers.By)}",
            NearestMembers nearest => $"for each outcome the {nearest.Count} nearest to each member of `{nearest.Of}`, among `{nearest.Among}`, by {string.Join(", ", nearest.By)}; the evaluation finds them",
            _ => throw new ArgumentException($"{group.Id} has members of a kind that the page knows no words for."),
        };
        return group.Without.Count == 0 ? members : $"{members}, without {Names(group.Without)}";
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
