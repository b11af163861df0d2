using System.Text.Json;
using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Tests;
using Utvardering.Testing;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>What can be derived from the packages' patterns, against linear and integer programs solved by GLPK (oracle 13_sdc).</summary>
public sealed class OracleAuditTests
{
    public static TheoryData<string, string> Patterns()
    {
        var patterns = new TheoryData<string, string>();
        foreach (var block in GaussBlocks)
        {
            patterns.Add(block, "audit");
            patterns.Add(block, "audit_primary_only");
        }

        foreach (var block in SdcTableBlocks)
        {
            patterns.Add(block, "audit");
        }

        return patterns;
    }

    internal static readonly string[] GaussBlocks =
        ["z1_maxN4_gauss", "z1_maxN4_zeros_gauss", "mun_accidents_maxN4_gauss", "mun_accidents_maxN4_zeros_gauss", "z2_hier_maxN4_gauss", "z2_linked_maxN4_gauss"];

    internal static readonly string[] SdcTableBlocks = [.. new[] { "GAUSS", "SIMPLEHEURISTIC", "HITAS", "OPT" }
        .SelectMany(method => new[] { $"z1_maxN4_sdcTable_{method}", $"mun_accidents_maxN4_sdcTable_{method}" })];

    [SharedDataTheory]
    [MemberData(nameof(Patterns))]
    public void Bounds_are_those_of_GLPK(string block, string pattern)
    {
        var table = OracleTable.Of(block);
        var expected = OracleTable.Expected(block).GetProperty(pattern);
        var cells = OracleTable.Cells(table, expected);
        var audit = DisclosureAudit.Of(table, cells);

        Assert.Equal(cells.Order(), audit.Cells.Select(cell => cell.Cell));
        var found = audit.Cells.ToDictionary(cell => cell.Cell);
        foreach (var (row, cell) in cells.Index())
        {
            double Number(string column) => Oracle.Number(expected.GetProperty(column)[row]);
            bool Fact(string column) => expected.GetProperty(column)[row].GetBoolean();
            var bounds = found[cell];
            Assert.Equal(Number("value"), bounds.Count);
            Assert.Equal(Number("lp_low"), bounds.Low, 1e-6);
            Assert.Equal(Number("lp_high"), bounds.High, 1e-6);
            Assert.Equal(((long)Number("int_low"), (long?)Number("int_high")), (bounds.WholeLow, bounds.WholeHigh));
            Assert.True(bounds.IsProven);
            Assert.Equal(Fact("exactly_disclosed"), bounds.IsExactlyDisclosed);
            Assert.Equal(Fact("linearly_disclosed"), bounds.IsLinearlyDisclosed);
        }
    }

    [SharedDataFact]
    public void The_cell_that_HITAS_leaves_open_is_found_and_so_is_the_sum_that_gives_it_away()
    {
        // NOTES.md: sdcTable's HITAS leaves (Total, light) = 3 exactly recomputable, by its own attack too.
        var table = OracleTable.Of("mun_accidents");
        var audit = DisclosureAudit.Of(table, OracleTable.Cells(table, OracleTable.Expected("mun_accidents_maxN4_sdcTable_HITAS").GetProperty("audit")));

        var open = Assert.Single(audit.ExactlyDisclosed);
        Assert.Equal(table.Shape.Find("Total", "light"), open.Cell);
        var equation = Assert.Single(open.HighEquations.Union(open.LowEquations));
        Assert.Equal(table.Shape.Find("Total", "Total"), equation.Total);
        Assert.Contains(open.Cell, equation.Parts);
    }

    [SharedDataTheory]
    [MemberData(nameof(Patterns))]
    public void The_package_s_own_intervals_are_ours(string block, string pattern)
    {
        if (pattern != "audit" || !OracleTable.Expected(block).TryGetProperty("package_intervals", out var intervals))
        {
            return;
        }

        var table = OracleTable.Of(block);
        var cells = OracleTable.Cells(table, intervals);
        var found = DisclosureAudit.Of(table, cells).Cells.ToDictionary(cell => cell.Cell);
        foreach (var (row, cell) in cells.Index().Where(cell => intervals.GetProperty("lo")[cell.Index].ValueKind != JsonValueKind.Null))
        {
            Assert.Equal(Oracle.Number(intervals.GetProperty("lo")[row]), found[cell].Low, 1e-6);
            Assert.Equal(Oracle.Number(intervals.GetProperty("up")[row]), found[cell].High, 1e-6);
        }
    }
}
