using System.Globalization;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Checks;

/// <summary>Holds totals against their parts where the schema says so, on rows whose keys are unique.</summary>
internal static class TotalsCheck
{
    private const string Off = "off_totals";

    /// <summary>Differences that nothing explains are problems of the total's row; those in rows with added noise become a warning.</summary>
    public static void Run(StagedRows staged)
    {
        foreach (var check in staged.Schema.Totals)
        {
            staged.Database.Execute($"create or replace table {Off} as {Select(staged.Schema, check)}");
            foreach (var count in staged.Database.Rows($"select {StagedRows.FileColumn}, count(*) from {Off} where not perturbed group by 1 order by 1"))
            {
                Refuse(staged, check, Convert.ToInt32(count[0], CultureInfo.InvariantCulture), (long)count[1]!);
            }

            Warn(staged, check);
        }
    }

    private static string Select(DatasetSchema schema, TotalCheck check)
    {
        var over = SqlText.Identifier(check.Over);
        var field = SqlText.Identifier(check.Field);
        var others = schema.PrimaryKey.Where(name => name != check.Over).ToList();
        var names = SqlLists.Names(others);
        var same = string.Join(" and ", others.Select(name => $"total.{SqlText.Identifier(name)} is not distinct from part.{SqlText.Identifier(name)}").DefaultIfEmpty("true"));
        var key = string.Join(", ", schema.PrimaryKey.Select(name => $"coalesce(total.{TypedRows.TextOf(name)}, '–')"));
        var perturbed = Perturbed(schema, check);
        var tolerance = $"case when perturbed then {Number(check.Perturbed?.Tolerance ?? 0)} else {Number(check.Tolerance)} end";
        return
            $"""
            select * from (
                select {StagedRows.FileColumn}, {StagedRows.RowColumn}, concat_ws(' · ', {key}) as key_text, total.{field} as total, part.total as parts, {perturbed} as perturbed
                from {TypedRows.View} as total join (
                    select {names}{(others.Count == 0 ? "" : ", ")}sum({field}) as total, count({field}) as there
                    from {TypedRows.View} where {over} in ({SqlLists.Literals(check.Parts)}) group by {(others.Count == 0 ? "()" : names)}
                ) as part on {same}
                where total.{over} = {SqlText.Literal(check.Total)} and total.{field} is not null and part.there {(check.AtLeast ? ">= 1" : $"= {check.Parts.Count}")}
            ) where {(check.AtLeast ? "parts - total" : "abs(parts - total)")} > {tolerance}
            """;
    }

    private static string Perturbed(DatasetSchema schema, TotalCheck check)
    {
        if (check.Perturbed is not { } noise)
        {
            return "false";
        }

        var field = schema.Fields.Single(field => field.Name == noise.Field);
        return $"coalesce(total.{SqlText.Identifier(noise.Field)} >= {TypedRows.Value(field, SqlText.Literal(noise.From))}, false)";
    }

    private static void Refuse(StagedRows staged, TotalCheck check, int file, long number)
    {
        var body = staged.Bodies[file];
        staged.Problems.Count(body, check.Rule, number);
        var rows = staged.Database.Rows(
            $"select {StagedRows.RowColumn}, total::varchar, parts::varchar from {Off} where not perturbed and {StagedRows.FileColumn} = {file} order by 1 limit {staged.Problems.RoomFor(body)}");
        foreach (var row in rows)
        {
            var message = new LocalText($"{check.Message.Sv} Delarna ger {row[2]}.", $"{check.Message.En} The parts give {row[2]}.");
            staged.Problems.Keep(body, new(check.Rule, (long)row[0]!, check.Field, (string?)row[1], message, check.Remedy));
        }
    }

    private static void Warn(StagedRows staged, TotalCheck check)
    {
        var number = staged.Database.Count($"select count(*) from {Off} where perturbed");
        if (number == 0)
        {
            return;
        }

        var first = staged.Database.Rows($"select key_text, total::varchar, parts::varchar from {Off} where perturbed order by abs(parts - total) desc, key_text limit 1")[0];
        var example = Sources.SourceOrigin.Delivered == staged.Source.Origin ? "" : $" Largest: {first[0]}, {first[1]} against {first[2]}.";
        staged.Warn(string.Create(CultureInfo.InvariantCulture,
            $"{check.Field}: {number} total(s) differ from their parts by more than {check.Perturbed!.Tolerance}, more than the source's own noise explains ({check.Rule}).{example}"));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
