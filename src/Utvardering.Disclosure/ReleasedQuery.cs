using DuckDB.NET.Data;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Tables;

namespace Utvardering.Disclosure;

/// <summary>
/// A person's SELECT over a run's released tables: <c>effects</c>, <c>marts.group_series</c> … and <c>tables</c>, which lists them.
/// Nothing else can be read, and nothing written.
/// </summary>
public sealed class ReleasedQuery : IDisposable
{
    private readonly Database database;
    private readonly string sql;
    private readonly string scratch = Directory.CreateTempSubdirectory("utvardering-query-").FullName;

    /// <exception cref="InputException">The text is not one SELECT that DuckDB can parse.</exception>
    public ReleasedQuery(ReleasedTables released, string sql)
    {
        this.sql = sql.TrimEnd().TrimEnd(';');
        Mark = ParquetRecords.Mark(released.PathOf("run"));
        database = Database.OpenForUserSql(null, [released.Folder, scratch]);
        try
        {
            database.RequireSelect(this.sql);
            database.Execute("create schema marts");
            database.Execute("create table tables (name varchar, columns varchar)");
            foreach (var name in released.Names)
            {
                Offer(released, name);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What made-up figures are marked with, or null.</summary>
    public string? Mark { get; }

    /// <summary>The first rows of the answer, and whether there are more.</summary>
    /// <exception cref="InputException">The query can't be run.</exception>
    public (IReadOnlyList<QueryColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool More) Rows(int most) => Told(() =>
    {
        using var command = database.Connection.CreateCommand();
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
            Told(() => { ParquetRecords.Export(database, sql, file, Mark); return 0; });
        }
        else
        {
            var options = format == "json" ? "format json, array true" : "format csv, header true";
            Told(() => database.Execute($"copy ({sql}) to {SqlText.Literal(file)} ({options})"));
        }

        using var answer = File.OpenRead(file);
        answer.CopyTo(target);
    }

    public void Dispose()
    {
        database?.Dispose();
        Directory.Delete(scratch, recursive: true);
    }

    private void Offer(ReleasedTables released, string name)
    {
        var view = name.StartsWith("marts.", StringComparison.Ordinal) ? SqlText.Identifier("marts", name["marts.".Length..]) : SqlText.Identifier(name);
        database.Execute($"create view {view} as select * from read_parquet({SqlText.Literal(released.PathOf(name))})");
        database.Execute(
            "insert into tables select ?, string_agg(column_name, ', ') from (describe select * from read_parquet(" + SqlText.Literal(released.PathOf(name)) + "))", name);
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
