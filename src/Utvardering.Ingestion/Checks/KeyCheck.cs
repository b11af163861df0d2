using System.Globalization;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Checks;

/// <summary>
/// The primary key: of rows that are the same in every field one is kept; rows with the same key that say different things are problems.
/// </summary>
internal static class KeyCheck
{
    private const string Repeats = "repeats";

    /// <returns>How many identical rows were dropped.</returns>
    public static long Run(StagedRows staged)
    {
        if (staged.Direct is not null || !FindRepeats(staged))
        {
            return 0;
        }

        ReportConflicts(staged);
        var dropped = staged.Database.Count($"select count(*) from {Repeats} where nth > 1 and not differs");
        staged.Database.Execute(
            $"delete from {StagedRows.Table} where rowid in (select {TypedRows.Id} from {Repeats} where nth > 1 and not differs)");
        return dropped;
    }

    /// <summary>The rows whose key another row has: their number among them, and whether they differ from the first.</summary>
    private static bool FindRepeats(StagedRows staged)
    {
        var key = staged.Schema.PrimaryKey;
        var keys = SqlLists.Names(key);
        // A key that is no value of its type is a problem already, and not the key of anything.
        var readable = string.Join(" and ", key.Select(field => $"({SqlText.Identifier(field)} is null) = ({TypedRows.TextOf(field)} is null)"));
        staged.Database.Execute($"create or replace table repeated as select {keys} from {TypedRows.View} where {readable} group by {keys} having count(*) > 1");
        if (staged.Database.Count("select count(*) from repeated") == 0)
        {
            return false;
        }

        var same = string.Join(" and ", key.Select(field => $"repeated.{SqlText.Identifier(field)} is not distinct from one.{SqlText.Identifier(field)}"));
        var keysOfOne = string.Join(", ", key.Select(field => "one." + SqlText.Identifier(field)));
        var keyText = string.Join(", ", key.Select(field => $"coalesce(one.{TypedRows.TextOf(field)}, '–')"));
        var content = $"row({string.Join(", ", staged.Schema.FieldNames.Select(field => "one." + SqlText.Identifier(field)))})";
        staged.Database.Execute(
            $"create or replace table {Repeats} as select {TypedRows.Id}, {StagedRows.FileColumn}, {StagedRows.RowColumn}, concat_ws(' · ', {keyText}) as key_text, " +
            "row_number() over same_key as nth, " +
            $"first_value({StagedRows.FileColumn}) over same_key as first_file, first_value({StagedRows.RowColumn}) over same_key as first_row, " +
            $"{content} is distinct from first_value({content}) over same_key as differs " +
            $"from (select * from {TypedRows.View} where {readable}) as one join repeated on {same} " +
            $"window same_key as (partition by {keysOfOne} order by {StagedRows.FileColumn}, {StagedRows.RowColumn}, {TypedRows.Id})");
        return true;
    }

    private static void ReportConflicts(StagedRows staged)
    {
        var counts = staged.Database.Rows($"select {StagedRows.FileColumn}, count(*) from {Repeats} where differs group by 1 order by 1");
        foreach (var count in counts)
        {
            var file = Convert.ToInt32(count[0], CultureInfo.InvariantCulture);
            var body = staged.Bodies[file];
            staged.Problems.Count(body, "primaryKey", (long)count[1]!);
            var rows = staged.Database.Rows(
                $"select {StagedRows.RowColumn}, key_text, first_file, first_row from {Repeats} " +
                $"where differs and {StagedRows.FileColumn} = {file} order by 1, {TypedRows.Id} limit {staged.Problems.RoomFor(body)}");
            foreach (var row in rows)
            {
                var other = staged.Bodies[Convert.ToInt32(row[2], CultureInfo.InvariantCulture)];
                var otherRow = Convert.ToString(row[3], CultureInfo.InvariantCulture)!;
                staged.Problems.Keep(body, Conflict(staged, (long)row[0]!, (string)row[1]!, other.Sha256 == body.Sha256 ? null : other.Origin, otherRow));
            }
        }
    }

    private static Problem Conflict(StagedRows staged, long row, string key, string? otherFile, string otherRow)
    {
        var (placeSv, placeEn) = otherFile is null
            ? ($"rad {otherRow}", $"row {otherRow}")
            : ($"rad {otherRow} i {otherFile}", $"row {otherRow} of {otherFile}");
        return new("primaryKey", row, string.Join(", ", staged.Schema.PrimaryKey), key,
            new($"Raden gäller samma sak som {placeSv} men säger något annat.", $"The row is about the same thing as {placeEn} but says something else."),
            new("Behåll den rad som är rätt och ta bort den andra.", "Keep the row that is right and remove the other."));
    }
}
