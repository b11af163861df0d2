using System.Text.Json.Nodes;

namespace Utvardering.Ingestion.Schemas;

/// <summary>
/// A dataset's schema as it stands in a vintage's data package: a Frictionless table schema v2 that can be read without this project.
/// Code lists become <c>categories</c>, the source's marks labelled <c>missingValues</c>, and the two columns of provenance are added.
/// </summary>
/// <remarks>
/// Foreign keys lead to registries outside the package, which the standard does not allow: the field says <c>registry</c> instead.
/// A primary key may not be empty by the standard; where a field of ours may (an offence at an unknown place), it is a <c>uniqueKeys</c>.
/// </remarks>
/// <seealso href="https://datapackage.org/standard/table-schema/"/>
internal static class VintageSchema
{
    public static JsonObject Of(DatasetSchema schema, ProjectFolder project, string adapter)
    {
        var whole = (JsonObject)schema.Json.DeepClone();
        var marks = Marks(project, adapter);
        foreach (var field in whole["fields"]!.AsArray().Select(field => field!.AsObject()))
        {
            Describe(field, schema, project, marks);
        }

        whole["fields"]!.AsArray().Add(new JsonObject { ["name"] = "landing_sha256", ["type"] = "string", ["description"] = "The landed body the row came from." });
        whole["fields"]!.AsArray().Add(new JsonObject { ["name"] = "landing_row", ["type"] = "integer", ["description"] = "The row's number in that body." });
        whole["missingValues"] = new JsonArray(Labelled("", schema.FieldNames.Contains("status") ? "No value; the column status says why" : "No value"));
        whole.Remove("foreignKeys");
        if (schema.Fields.Any(field => schema.PrimaryKey.Contains(field.Name) && !field.Required))
        {
            whole.Remove("primaryKey");
            whole["uniqueKeys"] = new JsonArray(new JsonArray([.. schema.PrimaryKey.Select(name => (JsonNode)name)]));
        }

        return whole;
    }

    private static void Describe(JsonObject field, DatasetSchema schema, ProjectFolder project, List<(string Mark, string Status)> marks)
    {
        var name = (string)field["name"]!;
        if (schema.Registered.FirstOrDefault(key => key.Field == name) is { } registered)
        {
            field["registry"] = registered.Registry;
            if (registered.Registry == RegistryCodes.Municipalities)
            {
                field["categories"] = Categories(CodeList.Municipalities(project), "name", null);
            }
        }

        if ((string?)field["codeList"] is { } list)
        {
            field["categories"] = Categories(CodeList.Read(project, list), "label_en", "label_sv");
        }

        // The marks stood where a number should: what they meant is kept with the column, and row by row in its status.
        var holdsNumbers = (string?)field["type"] is "integer" or "number" && !schema.PrimaryKey.Contains(name);
        if (holdsNumbers && schema.FieldNames.Contains("status") && marks.Count > 0)
        {
            field["missingValues"] = new JsonArray([.. marks.Select(mark => Labelled(mark.Mark, mark.Status))]);
        }
    }

    /// <summary>What an adapter reads as a missing value, with the status it gets; the mark of nothing comes first.</summary>
    private static List<(string Mark, string Status)> Marks(ProjectFolder project, string adapter)
    {
        var list = CodeList.Read(project, "source-mark");
        var (of, mark, status) = (list.Index("adapter"), list.Index("mark"), list.Index("status"));
        return [.. list.Rows.Where(row => row[of] == adapter && row[status] is not null).Select(row => (row[mark] ?? "", row[status]!))];
    }

    private static JsonArray Categories(CodeList list, string label, string? swedish)
    {
        var labels = list.Columns.Contains(label) ? list.Index(label) : -1;
        var swedishLabels = swedish is not null && list.Columns.Contains(swedish) ? list.Index(swedish) : -1;
        return new([.. list.Rows.Where(row => row[0] is not null).Select(row =>
        {
            var category = new JsonObject { ["value"] = row[0] };
            if (labels >= 0)
            {
                category["label"] = row[labels];
            }

            if (swedishLabels >= 0)
            {
                category["labelSv"] = row[swedishLabels];
            }

            return (JsonNode)category;
        })]);
    }

    private static JsonObject Labelled(string value, string label) => new() { ["value"] = value, ["label"] = label };
}
