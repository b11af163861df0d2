using System.Globalization;
using Utvardering.Ingestion.Landing;
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
        var counts = Counts(staged, rules);
        foreach (var (index, rule) in rules.Index())
        {
            var broken = counts.Select(count => (Body: Body(staged, count[0]), Rows: Convert.ToInt64(count[index + 1], CultureInfo.InvariantCulture))).Where(count => count.Rows > 0).ToList();
            if (broken.Count > 0)
            {
                broken.ForEach(count => staged.Problems.Count(count.Body, rule.Name, count.Rows));
                KeepFirst(staged, rule, broken.Max(count => staged.Problems.RoomFor(count.Body)));
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

    /// <summary>The first rows of every body that break a rule.</summary>
    /// <param name="most">The most that any body has room for.</param>
    private static void KeepFirst(StagedRows staged, RowRule rule, int most)
    {
        var rows = staged.Database.Rows(
            $"""
            select {StagedRows.FileColumn}, {StagedRows.RowColumn}, {TypedRows.TextOf(rule.Field)} from {TypedRows.View} where {rule.Broken}
            qualify row_number() over (partition by {StagedRows.FileColumn} order by {StagedRows.RowColumn}, {TypedRows.Id}) <= {most}
            order by {StagedRows.FileColumn}, {StagedRows.RowColumn}, {TypedRows.Id}
            """);
        foreach (var ofBody in rows.GroupBy(row => Body(staged, row[0])))
        {
            foreach (var row in ofBody.Take(staged.Problems.RoomFor(ofBody.Key)))
            {
                staged.Problems.Keep(ofBody.Key, new(rule.Name, (long)row[1]!, rule.Field, (string?)row[2], rule.Message, rule.Remedy));
            }
        }
    }

    private static LandedBody Body(StagedRows staged, object? file) => staged.Bodies[Convert.ToInt32(file, CultureInfo.InvariantCulture)];
}
