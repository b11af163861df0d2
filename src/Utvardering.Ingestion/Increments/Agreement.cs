using System.Globalization;
using Utvardering.Ingestion.Adapters;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Increments;

/// <summary>
/// A whole retrieval against the sum of the increments: the changes are asked the same day, put over the vintage that stands, and should
/// give the same rows. Where they do not, the source has changed figures without telling so.
/// </summary>
internal static class Agreement
{
    private const string Whole = "agreement_whole";
    private const string Sum = "agreement_sum";
    private const string Here = "is_here";

    /// <param name="staged">The whole retrieval's rows, checked and not yet corrected.</param>
    /// <param name="rows">What stands.</param>
    /// <param name="changes">Asked the same day.</param>
    /// <param name="since">When all was asked the last time.</param>
    /// <returns>Null when they agree.</returns>
    public static string? Warning(StagedRows staged, StandingRows rows, ChangeSet changes, DateTimeOffset since)
    {
        var folder = Path.Combine(staged.Folder, "sum");
        Directory.CreateDirectory(folder);
        using (var sum = new StagedRows(staged.Source, staged.Project, staged.Schema, changes.Bodies, folder, rows.Bodies))
        {
            AdapterCatalog.Find(staged.Source.Adapter).Stage(sum);
            rows.PutUnder(sum);
            TypedRows.Create(sum);
            sum.Database.Execute($"copy ({Select(sum)}) to {SqlText.Literal(Path.Combine(folder, "rows.parquet"))} (format parquet)");
        }

        staged.Database.Execute($"create or replace table {Whole} as {Select(staged)}");
        staged.Database.Execute($"create or replace table {Sum} as select * from read_parquet({SqlText.Literal(Path.Combine(folder, "rows.parquet"))})");
        var keys = staged.Schema.PrimaryKey;
        var same = string.Join(" and ", keys.Select(name => $"{Whole}.{SqlText.Identifier(name)} is not distinct from {Sum}.{SqlText.Identifier(name)}"));
        var counts = staged.Database.Rows(
            $"select count(*) filter (where {Sum}.{Here} is null), count(*) filter (where {Whole}.{Here} is null), " +
            $"count(*) filter (where {Whole}.{Here} and {Sum}.{Here} and {Content(staged, Whole)} is distinct from {Content(staged, Sum)}) " +
            $"from {Whole} full join {Sum} on {same}")[0].Select(count => Convert.ToInt64(count, CultureInfo.InvariantCulture)).ToArray();
        staged.Database.Execute($"drop table {Whole}; drop table {Sum}");
        return counts.All(count => count == 0)
            ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"The whole retrieval and the sum of the changes since {since:yyyy-MM-dd} do not agree: {counts[0]} row(s) that no change told of, {counts[1]} that should have been withdrawn, " +
                $"{counts[2]} with another value. The whole one stands. The source does not tell all its changes: ask for all more often (increments.fullEveryDays in {staged.Source.File}), or take 'increments' out.");
    }

    // A whole retrieval may hold withdrawn values as such, where the sum has let them go.
    private static string Select(StagedRows staged) =>
        $"select {SqlLists.Names(staged.Schema.FieldNames)}, true as {Here} from {TypedRows.View} where status is distinct from 'withdrawn'";

    private static string Content(StagedRows staged, string table) =>
        $"row({string.Join(", ", staged.Schema.FieldNames.Select(name => $"{table}.{SqlText.Identifier(name)}"))})";
}
