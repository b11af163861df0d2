using System.Text.Json;

namespace Utvardering.Warehouse.Lineage;

internal sealed partial class SelectReader
{
    private void From(JsonElement node, Scope scope, HashSet<TableColumn> rows)
    {
        switch (node.Text("type"))
        {
            case "EMPTY":
                break;
            case "BASE_TABLE":
                BaseTable(node, scope, rows);
                break;
            case "SUBQUERY":
                var query = Read(node.GetProperty("subquery").GetProperty("node"), scope).Named(node.Texts("column_name_alias"));
                rows.UnionWith(query.Rows);
                scope.Add(null, node.Text("alias"), query.Columns);
                break;
            case "TABLE_FUNCTION":
                var read = Sources(node.GetProperty("function"), scope);
                var names = node.Texts("column_name_alias");
                var alias = node.Text("alias") is { Length: > 0 } given ? given : node.GetProperty("function").Text("function_name");
                scope.Add(null, alias, [.. (names.Count > 0 ? names : [alias]).Select(name => new ReadColumn(name, read))]);
                rows.UnionWith(read);
                break;
            case "EXPRESSION_LIST":
                scope.Add(null, node.Text("alias"), Values(node, scope));
                break;
            case "JOIN":
                Join(node, scope, rows);
                break;
            case var other:
                throw NotFollowed(other);
        }
    }

    private void BaseTable(JsonElement node, Scope scope, HashSet<TableColumn> rows)
    {
        var (schema, table) = (node.Text("schema_name"), node.Text("table_name"));
        var alias = node.Text("alias") is { Length: > 0 } given ? given : table;
        if (schema.Length == 0 && scope.Expression(table) is { } expression)
        {
            rows.UnionWith(expression.Rows);
            scope.Add(null, alias, expression.Named(node.Texts("column_name_alias")).Columns);
            return;
        }

        var name = schema.Length == 0 ? table : $"{schema}.{table}";
        var columns = tables(name) ?? throw new InputException($"{path}: reads {name}, which is neither a model nor a table of the lake or the registry. Check the name.");
        var own = new ReadQuery([.. columns.Select(column => new ReadColumn(column, new HashSet<TableColumn> { new(name, column) }))], new HashSet<TableColumn>());
        scope.Add(schema, alias, own.Named(node.Texts("column_name_alias")).Columns);
    }

    private void Join(JsonElement node, Scope scope, HashSet<TableColumn> rows)
    {
        From(node.GetProperty("left"), scope, rows);
        // What stands to the left can be used in a subquery or a function to the right.
        var right = new Scope(scope);
        From(node.GetProperty("right"), right, rows);
        var shared = node.Text("ref_type") == "NATURAL" ? [.. scope.Shared(right)] : node.Texts("using_columns");
        rows.UnionWith(scope.Columns(shared));
        rows.UnionWith(right.Columns(shared));
        var type = node.Text("join_type");
        if (type is "SEMI" or "ANTI")
        {
            var both = new Scope(right);
            Collect(node.Find("condition"), both, rows);
            return;
        }

        scope.Join(right, shared, bothSides: type is "RIGHT" or "FULL");
        Collect(node.Find("condition"), scope, rows);
    }

    private List<ReadColumn> Values(JsonElement node, Scope scope)
    {
        var lines = node.Items("values").Select(line => line.EnumerateArray().ToList()).ToList();
        var names = node.Texts("expected_names");
        return [.. Enumerable.Range(0, lines[0].Count).Select(index => new ReadColumn(
            index < names.Count ? names[index] : $"col{index}",
            lines.SelectMany(line => Sources(line[index], scope)).ToHashSet()))];
    }
}
