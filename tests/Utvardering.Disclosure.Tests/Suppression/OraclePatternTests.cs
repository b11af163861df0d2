using Utvardering.Disclosure.Suppression;
using Utvardering.Testing;

namespace Utvardering.Disclosure.Tests.Suppression;

/// <summary>
/// Our patterns beside the packages' (oracle 13_sdc). Its notes: secondary suppression is not unique, so safety and cost are compared, not the pattern.
/// </summary>
public sealed class OraclePatternTests
{
    public static TheoryData<string> GaussBlocks => [.. OracleAuditTests.GaussBlocks];

    [SharedDataTheory]
    [MemberData(nameof(GaussBlocks))]
    public void Primary_cells_are_the_package_s_and_no_more_is_suppressed_than_there(string block)
    {
        var table = OracleTable.Of(block);
        var expected = OracleTable.Expected(block);
        var cells = OracleTable.Cells(table, expected.GetProperty("table"));
        int[] Where(string column) => [.. cells.Where((_, row) => expected.GetProperty("table").GetProperty(column)[row].GetBoolean())];
        var theirs = Where("suppressed").Except(Where("primary")).ToList();

        var ours = Suppress(table, block);

        Assert.Equal(Where("primary").Order(), ours.With(CellStatus.Primary));
        Assert.Equal(expected.GetProperty("n_exactly_disclosed_if_primary_only").GetInt32(), ours.PrimaryOnly.ExactlyDisclosed.Count());
        Assert.Empty(ours.Audit.ExactlyDisclosed);
        Assert.InRange(ours.With(CellStatus.Secondary).Count(), 0, theirs.Count);
        Assert.InRange(ours.SecondaryCost, 0, theirs.Sum(cell => table.Counts[cell]));
    }

    [SharedDataTheory]
    [InlineData("z1_maxN4_sdcTable_OPT")]
    [InlineData("mun_accidents_maxN4_sdcTable_OPT")]
    public void The_cost_is_that_of_the_optimum(string block)
    {
        var table = OracleTable.Of(block);
        var expected = OracleTable.Expected(block).GetProperty("table");
        var status = expected.GetProperty("status").EnumerateArray().Select(code => code.GetString()).ToList();
        var optimum = OracleTable.Cells(table, expected).Where((_, row) => status[row] == "x").Sum(cell => table.Counts[cell]);

        Assert.Equal(optimum, Suppress(table, block).SecondaryCost);
    }

    private static SuppressionResult Suppress(FrequencyTable table, string block) => CellSuppression.Suppress(
        table,
        new() { Rule = new(4, Zeros: block.Contains("zeros", StringComparison.Ordinal)), RuleIsKnown = false });
}
