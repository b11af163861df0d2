using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>The rows of one body that keep every rule of their schema, stored as values: texts of a code list as their places in it.</summary>
/// <param name="Body">Where all of them come from.</param>
/// <param name="Columns">By field, in the schema's order.</param>
/// <param name="Row">SQL: a row's number in the body.</param>
/// <param name="InKeyOrder">Whether they stand in the order of the key.</param>
internal sealed record DirectRows(LandedBody Body, IReadOnlyList<DirectColumn> Columns, string Row, bool InKeyOrder)
{
    public const string Table = "direct_rows";

    private const string BodyType = "direct_body";

    /// <summary>Makes <see cref="TypedRows.View"/> of them. The texts are those of the values: of key fields they are as they were written.</summary>
    public static void CreateView(WorkDatabase database, IReadOnlyList<DirectColumn> columns, string row)
    {
        var fields = columns.Select(column => $"{column.Read} as {SqlText.Identifier(column.Field.Name)}, {column.Read}::varchar as {TypedRows.TextOf(column.Field.Name)}");
        database.Execute(
            $"create or replace view {TypedRows.View} as select rowid as {TypedRows.Id}, 0 as {StagedRows.FileColumn}, {row} as {StagedRows.RowColumn}, {string.Join(", ", fields)} from {Table}");
    }

    /// <summary>SQL: fields and provenance, as the lake takes them.</summary>
    public string Select(WorkDatabase database)
    {
        // The same text on every row costs nothing as the only value of its type.
        database.Execute($"drop type if exists {BodyType}");
        database.Execute($"create type {BodyType} as enum ({SqlText.Literal(Body.Sha256)})");
        var fields = SqlLists.Names(Columns.Select(column => column.Field.Name));
        return $"select {fields}, {SqlText.Literal(Body.Sha256)}::{BodyType} as landing_sha256, ({Row})::bigint as {StagedRows.RowColumn} from {Table}";
    }
}
