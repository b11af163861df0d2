using System.Text.Json;

namespace Utvardering.Warehouse.Lineage;

internal sealed partial class SelectReader
{
    private HashSet<TableColumn> Sources(JsonElement expression, Scope scope)
    {
        var found = new HashSet<TableColumn>();
        Collect(expression, scope, found);
        return found;
    }

    /// <summary>Adds every column that an expression names, those of its subqueries too.</summary>
    private void Collect(JsonElement? node, Scope scope, HashSet<TableColumn> found)
    {
        switch (node)
        {
            case null:
                break;
            case { ValueKind: JsonValueKind.Array } list:
                list.EnumerateArray().ToList().ForEach(item => Collect(item, scope, found));
                break;
            case { ValueKind: JsonValueKind.Object } expression:
                Expression(expression, scope, found);
                break;
        }
    }

    private void Expression(JsonElement node, Scope scope, HashSet<TableColumn> found)
    {
        switch (node.Text("class"))
        {
            case "COLUMN_REF":
                var name = node.Texts("column_names");
                found.UnionWith(scope.Find(name) ?? throw new InputException($"{path}: where the column {string.Join('.', name)} comes from is not found."));
                break;
            case "STAR":
                found.UnionWith(scope.Star(node.Text("relation_name")).SelectMany(column => column.From));
                break;
            case "SUBQUERY":
                found.UnionWith(Read(node.GetProperty("subquery").GetProperty("node"), scope).All);
                Collect(node.Find("child"), scope, found);
                break;
            case "LAMBDA":
                var inner = new Scope(scope);
                Parameters(node.GetProperty("lhs"), inner);
                Collect(node.Find("expr"), inner, found);
                break;
            default:
                node.EnumerateObject().ToList().ForEach(property => Collect(property.Value, scope, found));
                break;
        }
    }

    private static void Parameters(JsonElement node, Scope scope)
    {
        if (node.ValueKind == JsonValueKind.Object && node.Text("class") == "COLUMN_REF")
        {
            scope.Parameter(node.Texts("column_names")[0]);
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            node.EnumerateObject().ToList().ForEach(property => Parameters(property.Value, scope));
        }
        else if (node.ValueKind == JsonValueKind.Array)
        {
            node.EnumerateArray().ToList().ForEach(item => Parameters(item, scope));
        }
    }
}
