using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Checks;

/// <summary>
/// The staged texts beside their values: a view with each field in its schema's type, null when the text is none such,
/// and the text itself as <c>text:field</c>.
/// </summary>
internal static class TypedRows
{
    public const string View = "typed";

    /// <summary>Tells the staged rows apart: several may come out of one row of a body.</summary>
    public const string Id = "staged_id";

    public static string TextOf(string field) => SqlText.Identifier("text:" + field);

    public static void Create(StagedRows staged)
    {
        var columns = staged.Schema.Fields.Select(field => $"{Value(field, Text(field))} as {SqlText.Identifier(field.Name)}, {Text(field)} as {TextOf(field.Name)}");
        staged.Database.Execute($"create or replace view {View} as select rowid as {Id}, {StagedRows.FileColumn}, {StagedRows.RowColumn}, {string.Join(", ", columns)} from {StagedRows.Table}");
    }

    /// <summary>SQL: the value of a text in a field's type, null when the text is no such value.</summary>
    /// <remarks>The form is checked before the cast: DuckDB casts '1.5' to the whole number 2 and '1e3' to 1000; and '1e999' to infinity.</remarks>
    public static string Value(SchemaField field, string text) => field.Type switch
    {
        FieldType.WholeNumber => Cast(text, "[+-]?[0-9]+", "bigint"),
        FieldType.Number => Finite(Cast(text, "[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?", "double")),
        FieldType.Date => Cast(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "date"),
        FieldType.Year => Cast(text, "[0-9]{4}", "integer"),
        _ => text,
    };

    private static string Text(SchemaField field) => $"{StagedRows.Table}.{SqlText.Identifier(field.Name)}";

    private static string Cast(string text, string form, string type) =>
        $"case when regexp_full_match({text}, '{form}') then try_cast({text} as {type}) end";

    private static string Finite(string number) => $"case when isfinite({number}) then {number} end";
}
