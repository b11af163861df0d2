using System.Text.Json;

namespace Utvardering.SampleData.Scb;

/// <summary>A table, or a selection of it, in json-stat 2.0 as PxWebApi v2 writes it.</summary>
internal static class JsonStat
{
    public static void Write(Utf8JsonWriter json, PopulationTable table, string label, IReadOnlyList<ScbVariable> variables, IEnumerable<int> values)
    {
        var notes = table.Notes(variables.Single(variable => variable.Code == "Tid").Values.Select(year => year.Code));
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", label);
        json.WriteString("source", "SCB");
        json.WriteString("updated", table.Updated);
        json.Array("note", notes, json.WriteStringValue);
        json.Object("role", () =>
        {
            json.Array("time", ["Tid"], json.WriteStringValue);
            json.Array("metric", ["ContentsCode"], json.WriteStringValue);
        });
        json.Array("id", variables, variable => json.WriteStringValue(variable.Code));
        json.Array("size", variables, variable => json.WriteNumberValue(variable.Values.Count));
        json.Object("dimension", () =>
        {
            foreach (var variable in variables)
            {
                json.Object(variable.Code, () => Dimension(json, variable));
            }
        });
        json.Object("extension", () => Extension(json, notes.Count));
        json.Array("value", values, json.WriteNumberValue);
    }

    private static void Dimension(Utf8JsonWriter json, ScbVariable variable)
    {
        json.WriteString("label", variable.Label);
        json.Object("category", () =>
        {
            json.Object("index", () =>
            {
                for (var place = 0; place < variable.Values.Count; place++)
                {
                    json.WriteNumber(variable.Values[place].Code, place);
                }
            });
            json.Object("label", () =>
            {
                foreach (var (code, label) in variable.Values)
                {
                    json.WriteString(code, label);
                }
            });
            if (variable.Code == "ContentsCode")
            {
                json.Object("unit", () => EachValue(json, variable, () =>
                {
                    json.WriteString("base", "antal");
                    json.WriteNumber("decimals", 0);
                }));
            }
        });
        json.Object("extension", () =>
        {
            json.WriteBoolean("elimination", variable.MayBeLeftOut);
            if (variable.Total is not null)
            {
                json.WriteString("eliminationValueCode", variable.Total);
            }

            json.WriteString("show", variable.Show);
            json.Array<string>("codelists", [], json.WriteStringValue);
        });
    }

    private static void EachValue(Utf8JsonWriter json, ScbVariable variable, Action write)
    {
        foreach (var (code, _) in variable.Values)
        {
            json.Object(code, write);
        }
    }

    private static void Extension(Utf8JsonWriter json, int notes)
    {
        json.Object("noteMandatory", () =>
        {
            for (var note = 0; note < notes; note++)
            {
                json.WriteBoolean(note.ToString(System.Globalization.CultureInfo.InvariantCulture), true);
            }
        });
        json.Object("px", () =>
        {
            json.WriteString("infofile", "BE0101");
            json.WriteString("tableid", PopulationTable.Id);
            json.WriteNumber("decimals", 0);
            json.WriteString("subject-code", "BE");
            json.WriteString("subject-area", "Befolkning");
        });
        json.WriteNull("discontinued");
    }
}
