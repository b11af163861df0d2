using System.Globalization;
using Utvardering.Warehouse.Vintages;

namespace Utvardering.Cli.Output;

/// <summary>Writes what a vintage changed for the eye.</summary>
internal static class DiffOutput
{
    private const int ShownGroups = 100;

    public static void Write(VintageDiff diff)
    {
        Console.WriteLine($"{diff.Dataset} from {diff.Source}: {diff.From} → {diff.To}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{diff.FromRows} → {diff.ToRows} rows: {diff.Added} added, {diff.Removed} removed, {diff.Revised} revised, {diff.Unchanged} unchanged"));
        Told("New columns, not compared", diff.NewColumns);
        Told("Columns no longer there, not compared", diff.LostColumns);
        if (diff.CountsOnly)
        {
            Console.WriteLine("Delivered figures: counts of rows only.");
        }

        Groups(diff);
        Columns(diff);
        Largest(diff);
    }

    private static void Groups(VintageDiff diff)
    {
        if (diff.Groups.Count == 0)
        {
            return;
        }

        PlainTable.Write([.. diff.By, ">added", ">removed", ">revised"], diff.Groups.Take(ShownGroups).Select(IReadOnlyList<string?> (group) =>
            [.. group.Group, Text(group.Added), Text(group.Removed), Text(group.Revised)]));
        if (diff.Groups.Count > ShownGroups)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The first {ShownGroups} of {diff.Groups.Count} groups; --format json gives all."));
        }
    }

    private static void Columns(VintageDiff diff)
    {
        if (diff.Columns.Count > 0)
        {
            PlainTable.Write(
                ["column", ">revised", ">appeared", ">vanished", ">mean change", ">median size", ">largest size", ">median share", ">largest share"],
                diff.Columns.Select(IReadOnlyList<string?> (column) =>
                [
                    column.Column, Text(column.Revised), Text(column.Appeared), Text(column.Vanished), Text(column.Mean), Text(column.MedianAbsolute),
                    Text(column.LargestAbsolute), Share(column.MedianRelative), Share(column.LargestRelative),
                ]));
        }
    }

    private static void Largest(VintageDiff diff)
    {
        if (diff.Largest.Count > 0)
        {
            PlainTable.Write(
                [.. diff.Largest[0].Key.Keys, "column", ">from", ">to", ">change", ">share"],
                diff.Largest.Select(IReadOnlyList<string?> (revision) =>
                    [.. revision.Key.Values, revision.Column, Text(revision.From), Text(revision.To), Text(revision.Change), Share(revision.Relative)]));
        }
    }

    private static void Told(string what, IReadOnlyList<string> columns)
    {
        if (columns.Count > 0)
        {
            Console.WriteLine($"{what}: {string.Join(", ", columns)}");
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(double? number) => number?.ToString("G9", CultureInfo.InvariantCulture);

    private static string? Share(double? share) => share is { } value ? (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %" : null;
}
