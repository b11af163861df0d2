using System.Text.Json;

namespace Utvardering.Warehouse.Lineage;

/// <summary>Finds what each column of a SELECT comes from, in DuckDB's parse of it.</summary>
/// <param name="tables">The columns of a table (schema.name), or null where there is no such table.</param>
/// <param name="aggregates">The names of DuckDB's aggregate functions.</param>
/// <param name="path">The file, for messages.</param>
internal sealed partial class SelectReader(Func<string, IReadOnlyList<string>?> tables, IReadOnlySet<string> aggregates, string path)
{
    /// <exception cref="InputException">The SELECT names something that is not there, or does what is not followed (PIVOT, recursion).</exception>
    public ReadQuery Read(JsonElement node, Scope? outer = null)
    {
        var scope = new Scope(outer);
        foreach (var entry in node.Find("cte_map") is { } map ? map.Items("map") : [])
        {
            var value = entry.GetProperty("value");
            scope.Name(entry.Text("key"), Read(value.GetProperty("query").GetProperty("node"), scope).Named(value.Texts("aliases")));
        }

        var read = node.Text("type") switch
        {
            "SELECT_NODE" => Select(node, scope),
            "SET_OPERATION_NODE" => SetOperation(node, scope),
            var other => throw NotFollowed(other),
        };
        return Modified(node, read, scope);
    }

    private ReadQuery Select(JsonElement node, Scope scope)
    {
        var rows = new HashSet<TableColumn>();
        From(node.GetProperty("from_table"), scope, rows);
        var columns = new List<ReadColumn>();
        foreach (var item in node.Items("select_list"))
        {
            foreach (var column in Item(item, scope))
            {
                columns.Add(column);
                scope.Alias(column.Name, column.From);
            }
        }

        foreach (var clause in new[] { "where_clause", "having", "qualify" })
        {
            Collect(node.Find(clause), scope, rows);
        }

        Groups(node, columns, scope, rows);
        return new(columns, rows);
    }

    private ReadQuery SetOperation(JsonElement node, Scope scope)
    {
        var parts = node.Items("children").Any() ? node.Items("children").ToList() : [node.GetProperty("left"), node.GetProperty("right")];
        var read = parts.Select(part => Read(part, scope)).ToList();
        var rows = read.SelectMany(part => part.Rows).ToHashSet();
        switch (node.Text("setop_type"))
        {
            case "UNION":
                return new([.. read[0].Columns.Select((column, index) => column with { From = read.SelectMany(part => part.Columns[index].From).ToHashSet() })], rows);
            case "UNION_BY_NAME":
                var names = read.SelectMany(part => part.Columns).Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase);
                return new([.. names.Select(name => new ReadColumn(name, read.SelectMany(part => part.Columns).Where(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)).SelectMany(column => column.From).ToHashSet()))], rows);
            default:
                // EXCEPT and INTERSECT: the left's rows, chosen by all.
                return new(read[0].Columns, read.SelectMany(part => part.All).ToHashSet());
        }
    }

    /// <summary>What DISTINCT, and ORDER BY with a LIMIT, add to the choice of rows.</summary>
    private ReadQuery Modified(JsonElement node, ReadQuery read, Scope scope)
    {
        var rows = read.Rows.ToHashSet();
        var limited = node.Items("modifiers").Any(modifier => modifier.Text("type").StartsWith("LIMIT", StringComparison.Ordinal));
        foreach (var modifier in node.Items("modifiers"))
        {
            if (modifier.Text("type") == "DISTINCT_MODIFIER")
            {
                rows.UnionWith(read.Columns.SelectMany(column => column.From));
            }
            else if (limited && modifier.Text("type") == "ORDER_MODIFIER")
            {
                read.Columns.ToList().ForEach(column => scope.Alias(column.Name, column.From));
                Collect(modifier, scope, rows);
            }
        }

        return read with { Rows = rows };
    }

    private void Groups(JsonElement node, List<ReadColumn> columns, Scope scope, HashSet<TableColumn> rows)
    {
        foreach (var expression in node.Items("group_expressions"))
        {
            if (expression.Text("class") == "CONSTANT" && expression.GetProperty("value").Find("value") is { ValueKind: JsonValueKind.Number } place)
            {
                rows.UnionWith(columns[place.GetInt32() - 1].From);
            }
            else
            {
                Collect(expression, scope, rows);
            }
        }

        if (node.Text("aggregate_handling") == "FORCE_AGGREGATES")
        {
            // GROUP BY ALL: by every item that holds no aggregate.
            foreach (var item in node.Items("select_list").Where(item => !HasAggregate(item)))
            {
                rows.UnionWith(Item(item, scope).SelectMany(column => column.From));
            }
        }
    }

    private bool HasAggregate(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => (node.Text("class") == "FUNCTION" && aggregates.Contains(node.Text("function_name"))) || node.EnumerateObject().Any(property => HasAggregate(property.Value)),
        JsonValueKind.Array => node.EnumerateArray().Any(HasAggregate),
        _ => false,
    };

    /// <summary>The columns that an item of the select list gives: one, or those of a star.</summary>
    private List<ReadColumn> Item(JsonElement item, Scope scope)
    {
        if (item.Text("class") != "STAR")
        {
            return [new(Name(item), Sources(item, scope))];
        }

        var excluded = item.Texts("exclude_list").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var replaced = item.Items("replace_list").ToDictionary(entry => entry.Text("key"), entry => entry.GetProperty("value"), StringComparer.OrdinalIgnoreCase);
        return [.. scope.Star(item.Text("relation_name"))
            .Where(column => !excluded.Contains(column.Name))
            .Select(column => replaced.TryGetValue(column.Name, out var by) ? column with { From = Sources(by, scope) } : column)];
    }

    private static string Name(JsonElement item) => item.Text("alias") is { Length: > 0 } alias
        ? alias
        : item.Text("class") == "COLUMN_REF" ? item.Texts("column_names")[^1] : item.Text("function_name");

    private InputException NotFollowed(string what) => new($"{path}: {what} is not followed back to its columns. Write the SELECT without it.");
}
