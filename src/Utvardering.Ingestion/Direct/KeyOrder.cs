using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Direct;

/// <summary>Whether the keys of directly staged rows are unique: told in one pass when they ascend, and by grouping them otherwise.</summary>
internal static class KeyOrder
{
    /// <summary>Each row's key comes after the one before, nulls first: then none comes twice, and the rows need no sorting.</summary>
    public static bool IsStrict(StagedRows staged)
    {
        var key = staged.Schema.PrimaryKey;
        var before = string.Join(", ", key.Select((name, index) => $"lag({SqlText.Identifier(name)}) over () as before{index}"));
        return staged.Database.Count(
            $"select count(*) from (select rowid as place, {SqlLists.Names(key)}, {before} from {DirectRows.Table}) where place > 0 and not coalesce({Ascends(staged.Schema, 0)}, false)") == 0;
    }

    /// <summary>No key comes twice.</summary>
    public static bool IsUnique(StagedRows staged)
    {
        var keys = SqlLists.Names(staged.Schema.PrimaryKey);
        return staged.Database.Count($"select count(*) from (select {keys} from {DirectRows.Table} group by {keys} having count(*) > 1 limit 1)") == 0;
    }

    private static string Ascends(DatasetSchema schema, int index)
    {
        var key = schema.PrimaryKey;
        var (now, before) = (SqlText.Identifier(key[index]), $"before{index}");
        var filled = schema.Fields.Single(field => field.Name == key[index]).Required;
        var after = filled ? $"{now} > {before}" : $"({now} > {before} or ({before} is null and {now} is not null))";
        var same = filled ? $"{now} = {before}" : $"{now} is not distinct from {before}";
        return index == key.Count - 1 ? after : $"({after} or ({same} and {Ascends(schema, index + 1)}))";
    }
}
