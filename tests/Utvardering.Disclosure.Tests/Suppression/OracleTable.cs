using System.Collections.Immutable;
using System.Text.Json;
using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Tests;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>The published tables that the reference packages were run on, and what they made of them.</summary>
internal static class OracleTable
{
    private static readonly Oracle Oracle = new("13_sdc");

    /// <summary>The packages' blocks of a table, by name.</summary>
    public static JsonElement Expected(string block) => Oracle.Expected().GetProperty(block);

    /// <summary>The table that a block is about, from the published leaf counts.</summary>
    public static FrequencyTable Of(string block) => block.Split('_')[0] switch
    {
        "z1" => FrequencyTable.FromLeaves(
            new(Dimension.Flat("region", "Total", "ABCDEFGH".Select(letter => $"{letter}")), Categories()),
            Rows("data.csv", "region", "hovedint", "ant")),
        "mun" => FrequencyTable.FromLeaves(
            new(Dimension.Flat("mun", "Total", Enumerable.Range(1, 6).Select(number => $"k{number}")), Dimension.Flat("inj", "Total", "serious", "light", "none", "unknown")),
            Rows("mun_accidents.csv", "mun", "inj", "freq")),
        "z2" => FrequencyTable.FromLeaves(new(Regions(isLinked: block.StartsWith("z2_linked", StringComparison.Ordinal)), Categories()), Rows("z2.csv", "region", "hovedint", "ant")),
        _ => throw new ArgumentException($"No table for {block}."),
    };

    /// <summary>The number of each cell that a block's columns name.</summary>
    public static int[] Cells(FrequencyTable table, JsonElement columns)
    {
        var codes = table.Shape.Dimensions.Select(dimension => columns.GetProperty(dimension.Name).EnumerateArray().Select(code => code.GetString()!).ToArray()).ToArray();
        return [.. Enumerable.Range(0, codes[0].Length).Select(row => table.Shape.Find(codes.Select(column => column[row])))];
    }

    /// <summary>The regions within the municipality groups (kostragr), and for the linked table within the counties (fylke) too.</summary>
    private static Dimension Regions(bool isLinked)
    {
        var rows = Oracle.Rows("z2.csv").ToList();
        IEnumerable<CodeSum> Within(string column)
        {
            var groups = rows.GroupBy(row => row[column]).Select(group => CodeSum.Of(group.Key, group.Select(row => row["region"]).Distinct())).ToList();
            return groups.Prepend(CodeSum.Of("Total", groups.Select(group => group.Total)));
        }

        return Dimension.Hierarchy("region", isLinked ? Within("kostragr").Concat(Within("fylke")) : Within("kostragr"));
    }

    private static Dimension Categories() => Dimension.Flat("hovedint", "Total", "annet", "arbeid", "soshjelp", "trygd");

    private static ImmutableArray<TableCell> Rows(string file, string first, string second, string count) =>
        [.. Oracle.Rows(file).Select(row => TableCell.Of((long)Oracle.Number(row[count]), row[first], row[second]))];
}
