using DuckDB.NET.Data;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Warehouse.Tables;

/// <summary>
/// A person's SELECT over a folder of Parquet files, each a table under its name (<c>marts.group_series.parquet</c> is
/// <c>marts.group_series</c>), <c>tables</c>, which lists them, and <c>columns</c>. Nothing else can be read, and nothing written.
/// </summary>
public sealed class ParquetQuery : IDisposable
{
    private readonly Database database;
    private readonly string sql;
    private readonly string scratch = Directory.CreateTempSubdirectory("utvardering-query-").FullName;

    /// <exception cref="InputException">The text is not one SELECT that DuckDB can parse.</exception>
    public ParquetQuery(string folder, string sql)
    {
        this.sql = sql.TrimEnd().TrimEnd(';');
        database = Database.OpenForUserSql(null, [folder, scratch]);
        try
        {
            UserSql.RequireSelect(this.sql, text => Own.Scalar<string>("select json_serialize_sql(?::varchar)::varchar", text)!);
            Own.Execute("create schema marts");
            Own.Execute("create table tables (name varchar, rows bigint); create table columns (table_name varchar, column_name varchar, type varchar)");
            foreach (var file in Directory.EnumerateFiles(folder, "*.parquet").Order(StringComparer.Ordinal))
            {
                Offer(Path.GetFileNameWithoutExtension(file), file);
                Mark ??= ParquetRecords.Mark(file);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // Statements of our own; the person's reaches the database as one SELECT that was checked, alone or inside COPY.
    private DuckDBConnection Own => database.Connection;

    /// <summary>What made-up figures are marked with, or null.</summary>
    public string? Mark { get; }

    /// <summary>The first rows of the answer, and whether there are more.</summary>
    /// <exception cref="InputException">The query can't be run.</exception>
    public (IReadOnlyList<QueryColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool More) Rows(int most) => Told(() =>
    {
        using var command = Own.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var columns = Enumerable.Range(0, reader.FieldCount)
            .Select(i => new QueryColumn(reader.GetName(i), Type.GetTypeCode(reader.GetFieldType(i)) is >= TypeCode.SByte and <= TypeCode.Decimal))
            .ToList();
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            if (rows.Count == most)
            {
                return (columns, rows, true);
            }

            rows.Add([.. Enumerable.Range(0, columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return ((IReadOnlyList<QueryColumn>)columns, (IReadOnlyList<IReadOnlyList<object?>>)rows, false);
    });

    /// <summary>The whole answer as <c>csv</c> (UTF-8, comma, header), <c>json</c> (an array) or <c>parquet</c>.</summary>
    /// <exception cref="InputException">The query can't be run.</exception>
    public void WriteTo(Stream target, string format)
    {
        var file = Path.Combine(scratch, "answer");
        if (format == "parquet")
        {
            Told(() => { ParquetRecords.Export(Own, sql, file, Mark); return 0; });
        }
        else
        {
            var options = format == "json" ? "format json, array true" : "format csv, header true";
            Told(() => Own.Execute($"copy ({sql}) to {SqlText.Literal(file)} ({options})"));
        }

        using var answer = File.OpenRead(file);
        answer.CopyTo(target);
    }

    public void Dispose()
    {
        database?.Dispose();
        Directory.Delete(scratch, recursive: true);
    }

    private void Offer(string name, string file)
    {
        var rows = $"read_parquet({SqlText.Literal(file)})";
        var view = name.StartsWith("marts.", StringComparison.Ordinal) ? SqlText.Identifier("marts", name["marts.".Length..]) : SqlText.Identifier(name);
        Own.Execute($"create view {view} as select * from {rows}");
        Own.Execute($"insert into tables select ?, count(*) from {rows}", name);
        Own.Execute($"insert into columns select ?, column_name, column_type from (describe select * from {rows})", name);
    }

    private static T Told<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (DuckDBException fault)
        {
            throw new InputException($"The query can't be run. {fault.Message}", fault);
        }
    }
}
