using System.Globalization;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Checks;

/// <summary>
/// Compares checked rows with the source's previous vintage and tells what moved more than the schema's <c>jumps</c>.
/// </summary>
/// <remarks>
/// The warnings stay out of the vintage: they depend on what came before, and a run is a function of its vintages alone.
/// </remarks>
internal static class JumpCheck
{
    private const string Moved = "moved";

    public static IReadOnlyList<string> Run(StagedRows staged, Vintage? previous)
    {
        if (staged.Schema.Jumps is not { } limits || previous is null)
        {
            return [];
        }

        var columns = staged.Database.Texts($"select column_name from (describe select * from read_parquet({SqlText.Literals(previous.Parts)}))");
        var comparable = staged.Schema.PrimaryKey.All(columns.Contains);
        return
        [
            .. Rows(staged, previous, limits.Rows),
            .. limits.Fields.Where(field => comparable && columns.Contains(field.Field)).SelectMany(field => Field(staged, previous, field)),
        ];
    }

    private static IEnumerable<string> Rows(StagedRows staged, Vintage previous, double? limit)
    {
        var before = previous.ReadPackage().RowCount;
        var now = staged.Database.Count($"select count(*) from {TypedRows.View}");
        if (limit is { } share && before > 0 && Math.Abs(now - before) > share * before)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{now} rows, and vintage {previous.Name} had {before}: a change of more than {share:P0}. See 'utvardering diff {staged.Schema.Dataset} --source {staged.Source.Source}'.");
        }
    }

    private static IEnumerable<string> Field(StagedRows staged, Vintage previous, FieldJump jump)
    {
        var field = SqlText.Identifier(jump.Field);
        var same = string.Join(" and ", staged.Schema.PrimaryKey.Select(name => $"now.{SqlText.Identifier(name)} is not distinct from before.{SqlText.Identifier(name)}"));
        var key = string.Join(", ", staged.Schema.PrimaryKey.Select(name => $"coalesce(now.{TypedRows.TextOf(name)}, '–')"));
        staged.Database.Execute(string.Create(CultureInfo.InvariantCulture,
            $"""
            create or replace table {Moved} as
            select concat_ws(' · ', {key}) as key_text, before.{field} as old, now.{field} as new
            from {TypedRows.View} as now join read_parquet({SqlText.Literals(previous.Parts)}) as before on {same}
            where abs(now.{field} - before.{field}) > {jump.Relative} * abs(before.{field}) and abs(now.{field} - before.{field}) >= {jump.Absolute}
            """));
        var number = staged.Database.Count($"select count(*) from {Moved}");
        if (number == 0)
        {
            yield break;
        }

        var largest = staged.Database.Rows($"select key_text, old::varchar, new::varchar from {Moved} order by abs(new - old) desc, key_text limit 1")[0];
        // Delivered figures stay in the house: nothing but how many there are is said.
        var example = staged.Source.Origin == SourceOrigin.Delivered ? "" : $" Largest: {largest[0]}, {largest[1]} → {largest[2]}.";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{jump.Field}: {number} value(s) moved by more than {jump.Relative:P0} since vintage {previous.Name}.{example} See 'utvardering diff {staged.Schema.Dataset} --source {staged.Source.Source}'.");
    }
}
