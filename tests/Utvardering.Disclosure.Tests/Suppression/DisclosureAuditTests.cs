using MathNet.Numerics.LinearAlgebra;
using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Optimisation;
using Utvardering.Statistics.Tests;

namespace Utvardering.Disclosure.Tests.Suppression;

public sealed class DisclosureAuditTests
{
    // a1 and a2 by b1 and b2: 1 2 | 3; 4 5 | 9; 5 7 | 12.
    private static readonly FrequencyTable TwoByTwo = FrequencyTable.FromLeaves(
        new(Dimension.Flat("a", "T", "a1", "a2"), Dimension.Flat("b", "T", "b1", "b2")),
        [TableCell.Of(1, "a1", "b1"), TableCell.Of(2, "a1", "b2"), TableCell.Of(4, "a2", "b1"), TableCell.Of(5, "a2", "b2")]);

    [Fact]
    public void A_lone_suppressed_cell_is_total_less_the_rest()
    {
        var cell = TwoByTwo.Shape.Find("a1", "b1");
        var bounds = Assert.Single(DisclosureAudit.Of(TwoByTwo, [cell]).Cells);

        Assert.Equal((1L, 1L, 1.0, 1.0), (bounds.WholeLow, bounds.WholeHigh, bounds.Low, bounds.High));
        Assert.True(bounds.IsExactlyDisclosed && bounds.IsLinearlyDisclosed);
        Assert.Contains(cell, Assert.Single(bounds.HighEquations).Parts);
    }

    [Fact]
    public void A_rectangle_moves_as_far_as_its_smallest_cells_allow()
    {
        // The four inner cells are 1 + t, 2 − t, 4 − t, 5 + t with −1 ≤ t ≤ 2; if none is below 1, then 0 ≤ t ≤ 1.
        int[] inner = [.. RandomTable.LeavesOf(TwoByTwo.Shape)];
        Assert.Equal(
            [(0L, 3L), (0L, 3L), (2L, 5L), (4L, 7L)],
            DisclosureAudit.Of(TwoByTwo, inner).Cells.Select(cell => (cell.WholeLow, cell.WholeHigh ?? -1)));
        Assert.Equal(
            [(1L, 2L), (1L, 2L), (3L, 4L), (5L, 6L)],
            DisclosureAudit.Of(TwoByTwo, inner, leastHidden: 1).Cells.Select(cell => (cell.WholeLow, cell.WholeHigh ?? -1)));
    }

    [Fact]
    public void A_suppressed_zero_under_a_published_zero_total_is_given_away_by_counts_not_being_negative()
    {
        var table = FrequencyTable.FromLeaves(
            new(Dimension.Flat("a", "T", "a1", "a2"), Dimension.WithoutTotal("year", "2024")),
            [TableCell.Of(0, "a1", "2024"), TableCell.Of(0, "a2", "2024")]);
        var cells = DisclosureAudit.Of(table, RandomTable.LeavesOf(table.Shape)).Cells;

        Assert.All(cells, cell => Assert.True(cell.IsExactlyDisclosed));
        Assert.All(cells, cell => Assert.False(cell.IsLinearlyDisclosed));
    }

    [Fact]
    public void A_count_that_only_fractions_leave_open_is_given_away()
    {
        // u = v = w = 1 makes 1, 2 and 3 the same number t with 2t + 4 = 1: t = 0 to ½ in fractions, 0 in whole numbers. Leaf 5 is shown (0).
        var table = FrequencyTable.FromLeaves(new(RandomTable.Overlapping), [TableCell.Of(0, "1"), TableCell.Of(0, "2"), TableCell.Of(0, "3"), TableCell.Of(1, "4"), TableCell.Of(0, "5")]);
        var cells = DisclosureAudit.Of(table, new[] { "1", "2", "3", "4" }.Select(code => table.Shape.Find(code))).Cells;

        Assert.All(cells, cell => Assert.Equal((true, false, true), (cell.IsExactlyDisclosed, cell.IsLinearlyDisclosed, cell.IsProven)));
        Assert.Equal([(0, 0.5), (0, 0.5), (0, 1), (0, 0.5)], cells.Select(cell => (Math.Round(cell.Low, 9), Math.Round(cell.High, 9))));
    }

    [Fact]
    public void Nothing_bounds_a_table_that_is_all_suppressed()
    {
        var cells = DisclosureAudit.Of(TwoByTwo, Enumerable.Range(0, TwoByTwo.Shape.Cells)).Cells;

        Assert.All(cells, cell => Assert.Equal((0, double.PositiveInfinity, 0, null, true), (cell.Low, cell.High, cell.WholeLow, cell.WholeHigh, cell.IsProven)));
        Assert.All(cells, cell => Assert.Empty(cell.HighEquations));
    }

    [Fact]
    public void A_cell_in_no_equation_is_not_bounded()
    {
        var table = FrequencyTable.FromLeaves(new(Dimension.WithoutTotal("a", "x", "y")), [TableCell.Of(3, "x"), TableCell.Of(4, "y")]);
        Assert.Equal((0, null, false), DisclosureAudit.Of(table, [0]).Cells.Select(cell => (cell.WholeLow, cell.WholeHigh, cell.IsLinearlyDisclosed)).Single());
    }

    [Fact]
    public void A_count_below_the_least_that_is_claimed_is_refused() =>
        Assert.Contains("a=a1, b=b1", Assert.Throws<ArgumentException>(() => DisclosureAudit.Of(TwoByTwo, [TwoByTwo.Shape.Find("a1", "b1")], leastHidden: 2)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Whole_bounds_are_those_of_all_tables_gone_through(long least) => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 3);
        int[] suppressed = [.. RandomTable.SomeCells(table, seed).Where(cell => table.Counts[cell] >= least)];
        var naive = NaiveAttacker.Bounds(table, suppressed, least);
        return naive is null || DisclosureAudit.Of(table, suppressed, least).Cells.All(cell =>
            cell.IsProven && naive[cell.Cell] == (cell.WholeLow, cell.WholeHigh) && cell.Low <= cell.WholeLow + 1e-9 && cell.High >= cell.WholeHigh - 1e-9);
    });

    [Fact]
    public void The_equations_that_are_named_prove_the_bounds_alone() => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 9);
        var suppressed = RandomTable.SomeCells(table, seed);
        return DisclosureAudit.Of(table, suppressed).Cells.All(cell =>
            Math.Abs(-Most(table, suppressed, cell.LowEquations, cell.Cell, -1) - cell.Low) < 1e-6
            && (double.IsInfinity(cell.High) || Math.Abs(Most(table, suppressed, cell.HighEquations, cell.Cell, 1) - cell.High) < 1e-6));
    });

    [Fact]
    public void Linear_disclosure_is_a_matter_of_ranks() => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 9);
        var suppressed = RandomTable.SomeCells(table, seed);
        return DisclosureAudit.Of(table, suppressed).Cells.All(cell => cell.IsLinearlyDisclosed == IsFixed(table.Shape, suppressed, cell.Cell));
    });

    // The greatest value of ± a cell when these equations are all that is known.
    private static double Most(FrequencyTable table, int[] suppressed, IReadOnlyCollection<AdditivityEquation> equations, int cell, int sign)
    {
        if (equations.Count == 0)
        {
            return sign < 0 ? 0 : double.PositiveInfinity;
        }

        var rows = equations.Select(equation => suppressed.Select(other => Coefficient(equation, other)).ToArray()).ToList();
        var program = new LinearProgram(rows, [.. rows.Select(row => row.Zip(suppressed, (coefficient, other) => coefficient * table.Counts[other]).Sum())]);
        return program.Maximise([.. suppressed.Select(other => other == cell ? (double)sign : 0)]).Value;
    }

    // The unknown is fixed if its unit vector lies in the row space of the equations among the unknowns.
    private static bool IsFixed(TableShape shape, int[] suppressed, int cell)
    {
        var matrix = Matrix<double>.Build.Dense(shape.Equations.Length + 1, suppressed.Length, (row, column) => row == shape.Equations.Length
            ? suppressed[column] == cell ? 1 : 0
            : Coefficient(shape.Equations[row], suppressed[column]));
        return matrix.Rank() == matrix.RemoveRow(shape.Equations.Length).Rank();
    }

    private static double Coefficient(AdditivityEquation equation, int cell) => equation.Total == cell ? -1 : equation.Parts.Contains(cell) ? 1 : 0;
}
