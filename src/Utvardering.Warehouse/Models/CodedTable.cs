using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Models;

/// <summary>
/// A model of many rows and few different texts (<c>codes:</c> in its header). Its rows are kept in the schema <c>coded</c>, each text as the
/// number of its place in a list (DuckDB's enumerations), and the model itself is a view of them: with the codes as long as other models are built of
/// it, and then with the texts.
/// </summary>
/// <remarks>
/// To write a column of texts takes six times what a column of such numbers takes, and to compare each text with that of the row before five times.
/// The lists are in the order of their texts, so that codes sort as texts do; beside any other text DuckDB reads a code as its text.
/// </remarks>
internal static partial class CodedTable
{
    /// <summary>schema.name of the table that holds a model's rows.</summary>
    public static string Rows(SqlModel model) => model.Codes.Count == 0 ? model.FullName : $"coded.{SqlText.Identifier(model.FullName)}";

    /// <returns>As <see cref="OrderedTable.Create"/>.</returns>
    /// <exception cref="DuckDBException">The model can't be run.</exception>
    public static bool Create(DuckDBConnection connection, SqlModel model)
    {
        connection.Execute("create schema if not exists coded");
        foreach (var column in model.Codes.Values)
        {
            connection.Execute($"create type {Type(model, column.Name)} as enum (select distinct text::varchar from ({column.Texts}) as listed (text) where text is not null order by text)");
        }

        bool keyHolds;
        try
        {
            keyHolds = OrderedTable.Create(connection, Rows(model), model, $"* {Replaced(model, column => Type(model, column))}");
        }
        catch (DuckDBException fault) when (fault.ErrorType == DuckDBErrorType.Conversion)
        {
            // A text that its list lacks breaks one of the model's tests, which tells of it better.
            keyHolds = OrderedTable.Create(connection, Rows(model), model, "*");
        }

        connection.Execute($"create view {model.FullName} as from {Rows(model)}");
        return keyHolds;
    }

    /// <summary>The model with its texts, for all who read it once the models are built.</summary>
    public static void ReadAsTexts(DuckDBConnection connection, SqlModel model)
        => connection.Execute($"create or replace view {model.FullName} as select * {Replaced(model, _ => "varchar")} from {Rows(model)}");

    /// <summary>What to take of a SELECT over coded models so that its rows are kept with their texts.</summary>
    public static string Texts(DuckDBConnection connection, string select)
    {
        var coded = connection
            .Query($"select column_name, column_type from (describe (\n{select}\n))", row => (Name: SqlText.Identifier(row.GetString(0)), Type: row.GetString(1)))
            .Where(column => Enumeration().IsMatch(column.Type))
            .Select(column => $"{column.Name}::{Enumeration().Replace(column.Type, "varchar")} as {column.Name}")
            .ToList();
        return coded.Count == 0 ? "*" : $"* replace ({string.Join(", ", coded)})";
    }

    /// <summary>Whether the column is kept as codes, and so holds nothing but its list.</summary>
    public static bool Keeps(DuckDBConnection connection, SqlModel model, CodedColumn column)
        => connection.Scalar<string>("select data_type from information_schema.columns where table_schema = 'coded' and table_name = ? and column_name = ?", model.FullName, column.Name)!
            .StartsWith("ENUM", StringComparison.Ordinal);

    private static string Replaced(SqlModel model, Func<string, string> type) => $"replace ({string.Join(", ", model.Codes.Keys.Select(column => $"{column}::{type(column)} as {column}"))})";

    private static string Type(SqlModel model, string column) => $"coded.{SqlText.Identifier($"{model.FullName}.{column}")}";

    [GeneratedRegex("ENUM[(]('([^']|'')*'(, )?)*[)]", RegexOptions.ExplicitCapture)]
    private static partial Regex Enumeration();
}
