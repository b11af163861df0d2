using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace Utvardering.Warehouse.DuckDb.Appending;

/// <summary>A table's columns, read from the database once.</summary>
internal static partial class TableColumns
{
    public static Column[] Of(DuckDBConnection connection, string table, string? schema)
    {
        var name = schema is null ? SqlText.Identifier(table) : SqlText.Identifier(schema, table);
        return connection
            .Query($"select column_name, column_type, \"null\" = 'YES' from (describe {name})", row => (Name: row.GetString(0), Type: row.GetString(1), Nullable: row.GetBoolean(2)))
            .Select(column => Make(connection, table, column.Name, column.Type, column.Nullable))
            .ToArray();
    }

    private static Column Make(DuckDBConnection connection, string table, string name, string type, bool nullable) => type switch
    {
        "BOOLEAN" => new BooleanColumn(name, type, nullable),
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" => new IntegerColumn(name, type, nullable),
        "HUGEINT" or "UHUGEINT" => new HugeIntegerColumn(name, type, nullable),
        "FLOAT" or "DOUBLE" => new FloatingColumn(name, type, nullable),
        "VARCHAR" => new TextColumn(name, type, nullable),
        "DATE" => new DateColumn(name, type, nullable),
        "TIME" => new TimeColumn(name, type, nullable),
        "TIMESTAMP" => new TimestampColumn(name, type, nullable),
        "TIMESTAMP WITH TIME ZONE" => new InstantColumn(name, type, nullable),
        "INTERVAL" => new IntervalColumn(name, type, nullable),
        "UUID" => new UuidColumn(name, type, nullable),
        "BLOB" => new BlobColumn(name, type, nullable),
        _ when Decimal().Match(type) is { Success: true } match => new DecimalColumn(name, type, nullable, Number(match.Groups[1]), Number(match.Groups[2])),
        _ when Enumeration().IsMatch(type) => new EnumColumn(name, type, nullable, Members(connection, type)),
        _ => throw new NotSupportedException($"Table {table}, column {name}: values can't be appended to {type}. Append to a table with a plain column and cast in SQL."),
    };

    private static HashSet<string> Members(DuckDBConnection connection, string type)
        => connection.Query($"select unnest(enum_range(null::{type}))::varchar", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^DECIMAL\(([0-9]+),([0-9]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    // A list of an enumeration begins in the same way and ends with brackets.
    [GeneratedRegex(@"^ENUM\(.*\)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Enumeration();
}
