using System.Text.Json;
using System.Text.Json.Nodes;

namespace Utvardering.Reporting.Charts.Layout;

/// <summary>Makes the finished specification of parts written as anonymous objects.</summary>
internal static class Specification
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <summary>One plot of layers, the first at the back.</summary>
    public static JsonObject Layered(double width, double height, IEnumerable<object> layers) =>
        (JsonObject)JsonSerializer.SerializeToNode(new Dictionary<string, object> { ["$schema"] = Schema, ["width"] = width, ["height"] = height, ["layer"] = layers })!;

    /// <summary>Panels in rows; only the plots count for the distances, not what stands around them.</summary>
    public static JsonObject Grid(IEnumerable<object> panels, int columns, double rowSpace, double columnSpace) =>
        (JsonObject)JsonSerializer.SerializeToNode(new Dictionary<string, object>
        {
            ["$schema"] = Schema,
            ["concat"] = panels,
            ["columns"] = columns,
            ["bounds"] = "flush",
            ["spacing"] = new { row = rowSpace, column = columnSpace },
        })!;
}
