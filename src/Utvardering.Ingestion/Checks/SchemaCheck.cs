using System.Globalization;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Checks;

/// <summary>
/// Judges all staged rows at once: one pass counts the broken rules by body, and only broken ones are asked for their rows.
/// Rows that were judged while they were read (<see cref="StagedRows.Direct"/>) have been found right already.
/// </summary>
internal static class SchemaCheck
{
    public static void Run(StagedRows staged)
    {
        if (staged.Direct is not null)
        {
            return;
        }

        CodeListTables.Load(staged);
        TypedRows.Create(staged);
        CheckEmpty(staged);
        var rules = Rules(staged);
        foreach (var counts in Counts(staged, rules))
        {
            var file = Convert.ToInt32(counts[0], CultureInfo.InvariantCulture);
            for (var rule = 0; rule < rules.Count; rule++)
            {
                var broken = Convert.ToInt64(counts[rule + 1], CultureInfo.InvariantCulture);
                if (broken > 0)
                {
                    staged.Problems.Count(staged.Bodies[file], rules[rule].Name, broken);
                    KeepFirst(staged, file, rules[rule]);
                }
            }
        }
    }

    /// <summary>The rules that some row breaks now, by name and field; the rows are not looked at. For rows that were checked and then changed.</summary>
    public static IReadOnlyList<string> Broken(StagedRows staged)
    {
        var rules = Rules(staged);
        var counts = Counts(staged, rules);
        return [.. rules
            .Where((_, rule) => counts.Any(file => Convert.ToInt64(file[rule + 1], CultureInfo.InvariantCulture) > 0))
            .Select(rule => $"{rule.Name} ({rule.Field})")];
    }

    private static IReadOnlyList<RowRule> Rules(StagedRows staged) =>
        RowRules.Of(staged.Schema, registry => RegistryCodes.Of(staged.Project, registry));

    /// <summary>A delivered file without rows is a mistake; a page of a web answer without rows may be right.</summary>
    private static void CheckEmpty(StagedRows staged)
    {
        if (staged.Source.Address is not null)
        {
            return;
        }

        var filled = staged.Database.Rows($"select distinct {StagedRows.FileColumn} from {StagedRows.Table}")
            .Select(row => staged.Bodies[Convert.ToInt32(row[0], CultureInfo.InvariantCulture)].Sha256)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var body in staged.Bodies.DistinctBy(body => body.Sha256).Where(body => !filled.Contains(body.Sha256) && !staged.Problems.Has(body)))
        {
            staged.Problems.Add(body, FileProblems.Empty());
        }
    }

    private static IReadOnlyList<object?[]> Counts(StagedRows staged, IReadOnlyList<RowRule> rules)
    {
        var broken = rules.Select((rule, index) => $"({rule.Broken}) as r{index}");
        var counts = rules.Select((_, index) => $"count(*) filter (where r{index})");
        return staged.Database.Rows(
            $"select {StagedRows.FileColumn}, {string.Join(", ", counts)} " +
            $"from (select {StagedRows.FileColumn}, {string.Join(", ", broken)} from {TypedRows.View}) group by 1 order by 1");
    }

    private static void KeepFirst(StagedRows staged, int file, RowRule rule)
    {
        var body = staged.Bodies[file];
        var rows = staged.Database.Rows(
            $"select {StagedRows.RowColumn}, {TypedRows.TextOf(rule.Field)} from {TypedRows.View} where {StagedRows.FileColumn} = {file} and ({rule.Broken}) " +
            $"order by 1 limit {staged.Problems.RoomFor(body)}");
        foreach (var row in rows)
        {
            staged.Problems.Keep(body, new(rule.Name, (long)row[0]!, rule.Field, (string?)row[1], rule.Message, rule.Remedy));
        }
    }
}
