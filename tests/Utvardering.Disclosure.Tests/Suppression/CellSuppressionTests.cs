using Utvardering.Disclosure.Suppression;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Tests;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Tests.Suppression;

public sealed class CellSuppressionTests
{
    private static readonly SuppressionOptions From5 = new() { Rule = new(4) };

    [Fact]
    public void A_small_cell_takes_the_cheapest_rectangle_with_it()
    {
        // Inner cells 2 10 20 / 30 40 50 / 60 70 80: 2 is primary. Each rectangle with 2 has one other cell of its row, one of its column, and
        // the cell across, totals (32, 92 …) among them: 10 + 30 + 40 = 80 is the cheapest.
        var result = CellSuppression.Suppress(ThreeByThree(2, 10, 20, 30, 40, 50, 60, 70, 80), From5);

        Assert.Equal(80, result.SecondaryCost);
        Assert.Equal([2L], Counts(result, CellStatus.Primary));
        Assert.Equal([10L, 30, 40], Counts(result, CellStatus.Secondary).Order());
        Assert.Equal([2L], result.PrimaryOnly.ExactlyDisclosed.Select(cell => cell.Count));
        Assert.All(result.Cells, cell => Assert.Equal(cell.Status == CellStatus.Published, cell.Bounds is null));
    }

    [Fact]
    public void A_table_without_small_counts_is_published_whole()
    {
        var result = CellSuppression.Suppress(ThreeByThree(0, 10, 20, 30, 40, 50, 60, 70, 80), From5);

        Assert.All(result.Cells, cell => Assert.Equal(CellStatus.Published, cell.Status));
        Assert.Empty(result.Audit.Cells);
        Assert.Equal(0, result.SecondaryCost);
    }

    [Fact]
    public void Ones_do_not_protect_each_other_where_everybody_knows_that_zeros_are_shown()
    {
        // Four ones in a rectangle: 1 + t and 1 − t with t = ±1 if zeros may hide there; only t = 0 if not.
        var table = ThreeByThree(1, 1, 20, 1, 1, 50, 60, 70, 80);
        var unknown = CellSuppression.Suppress(table, From5 with { RuleIsKnown = false });
        var known = CellSuppression.Suppress(table, From5);

        Assert.Equal(0, unknown.SecondaryCost);
        Assert.Equal(4, DisclosureAudit.Of(table, unknown.With(CellStatus.Primary), leastHidden: 1).ExactlyDisclosed.Count());
        Assert.NotEmpty(known.With(CellStatus.Secondary));
        Assert.All(known.Audit.Cells, cell => Assert.True(cell.WholeLow >= 1 && !cell.IsExactlyDisclosed));
    }

    [Fact]
    public void More_is_suppressed_where_only_fractions_leave_doubt()
    {
        // As in DisclosureAuditTests with 10 more in leaf 5, so that the groups (11) could be shown: the linear program sees doubt enough.
        var table = FrequencyTable.FromLeaves(new(RandomTable.Overlapping), [TableCell.Of(0, "1"), TableCell.Of(0, "2"), TableCell.Of(0, "3"), TableCell.Of(1, "4"), TableCell.Of(10, "5")]);
        var result = CellSuppression.Suppress(table, new() { Rule = new(1, Zeros: true) });

        Assert.Equal(4, result.PrimaryOnly.ExactlyDisclosed.Count());
        Assert.Equal(10, result.SecondaryCost);
        Assert.Empty(result.Audit.ExactlyDisclosed);
    }

    [Fact]
    public void A_wider_interval_is_given_to_primary_cells_where_it_is_asked_for()
    {
        // 10 + 30 + 40 leave 2 between 0 and 12. To reach 22 the row needs room for 20 more: 10 cannot give it alone.
        var wide = From5 with { Protection = new(Width: 5, Below: 2, Above: 20), RuleIsKnown = false };
        var table = ThreeByThree(2, 10, 20, 30, 40, 50, 60, 70, 80);
        var plain = Assert.Single(CellSuppression.Suppress(table, From5 with { RuleIsKnown = false }).Audit.Cells, cell => cell.Count == 2);
        var result = CellSuppression.Suppress(table, wide);
        var primary = Assert.Single(result.Audit.Cells, cell => cell.Count == 2);

        Assert.Equal((0L, 12L), (plain.WholeLow, plain.WholeHigh));
        Assert.True(primary.WholeLow == 0 && primary.WholeHigh is null or >= 22);
        Assert.All(result.Audit.Cells, cell => Assert.False(cell.IsExactlyDisclosed));
    }

    [Fact]
    public void A_cell_that_must_be_shown_is_shown()
    {
        var table = ThreeByThree(2, 10, 20, 30, 40, 50, 60, 70, 80);
        var ten = table.Shape.Find("a1", "b2");
        var result = CellSuppression.Suppress(table, From5 with { Cost = (t, cell) => cell == ten ? double.PositiveInfinity : CellCost.Count(t, cell) });

        // Next to 10 + 30 + 40: 20 + 30 + 50.
        Assert.Equal(CellStatus.Published, result.Cells[ten].Status);
        Assert.Equal(100, result.SecondaryCost);
    }

    [Fact]
    public void A_cell_that_nothing_may_protect_is_named()
    {
        var error = Assert.Throws<InputException>(() =>
            CellSuppression.Suppress(ThreeByThree(2, 10, 20, 30, 40, 50, 60, 70, 80), From5 with { Cost = (_, _) => double.PositiveInfinity }));
        Assert.Contains("a=a1, b=b1 is sensitive (2)", error.Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => CellSuppression.Suppress(
            ThreeByThree(2, 10, 20, 30, 40, 50, 60, 70, 80),
            From5 with { Protection = new(Above: 1000), Cost = (table, cell) => table.Counts[cell] > 80 ? double.PositiveInfinity : 1 }));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmallCountRule(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProtectionRequirement(Width: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProtectionRequirement(Below: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProtectionRequirement(Above: -1));
        Assert.Throws<ArgumentException>(() => CellSuppression.Suppress(ThreeByThree(2, 1, 1, 1, 1, 1, 1, 1, 1), From5 with { Cost = (_, _) => double.NaN }));
    }

    [Fact]
    public void Every_pattern_is_safe_by_the_audit_and_by_all_tables_gone_through() => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 5);
        var options = Options(seed);
        var result = CellSuppression.Suppress(table, options);
        var naive = NaiveAttacker.Bounds(table, Suppressed(result), result.LeastHidden);
        return options.Rule.Cells(table).SequenceEqual(result.With(CellStatus.Primary))
            && result.Audit.Cells.All(cell => cell.IsProven && Meets(cell, options.Protection, result, table))
            && (naive is null || result.Audit.Cells.All(cell => naive[cell.Cell] == (cell.WholeLow, cell.WholeHigh)));
    }, cases: 150);

    [Fact]
    public void No_secondary_cell_could_be_published_alone() => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 12);
        var options = Options(seed);
        var result = CellSuppression.Suppress(table, options);
        return result.With(CellStatus.Secondary).All(cell => DisclosureAudit
            .Of(table, Suppressed(result).Where(other => other != cell), result.LeastHidden).Cells
            .Any(other => result.Cells[other.Cell].Status == CellStatus.Primary && !Meets(other, options.Protection, result, table)));
    }, cases: 100);

    [Fact]
    public void The_order_of_codes_changes_neither_what_is_safe_nor_what_can_be_derived() => Property.HoldsForEverySeed(seed =>
    {
        var table = RandomTable.Of(seed, most: 12);
        var random = new RandomSequence(seed, stream: 15);
        List<T> Shuffled<T>(IEnumerable<T> items) => [.. items.ToList().OrderBy(_ => random.NextUInt32())];
        var shape = new TableShape(table.Shape.Dimensions.Select(dimension => dimension.Sums.IsEmpty
            ? Dimension.WithoutTotal(dimension.Name, Shuffled(dimension.Codes))
            : Dimension.Hierarchy(dimension.Name, Shuffled(dimension.Sums).Select(sum => CodeSum.Of(sum.Total, Shuffled(sum.Parts))))));
        var shuffled = FrequencyTable.Of(shape, Enumerable.Range(0, shape.Cells).Select(cell => new TableCell(shape.Codes(cell), table.Counts[table.Shape.Find(shape.Codes(cell))])));

        var result = CellSuppression.Suppress(table, Options(seed));
        var audit = DisclosureAudit.Of(shuffled, Suppressed(result).Select(cell => shape.Find(table.Shape.Codes(cell))), result.LeastHidden);
        var bounds = audit.Cells.ToDictionary(cell => shape.Name(cell.Cell), cell => (cell.WholeLow, cell.WholeHigh));
        var anew = CellSuppression.Suppress(shuffled, Options(seed));
        return result.Audit.Cells.All(cell => bounds[table.Shape.Name(cell.Cell)] == (cell.WholeLow, cell.WholeHigh))
            && anew.Audit.Cells.All(cell => Meets(cell, Options(seed).Protection, anew, shuffled));
    }, cases: 100);

    [Fact]
    public void The_same_table_gives_the_same_pattern() => Property.HoldsForEverySeed(seed =>
        CellSuppression.Suppress(RandomTable.Of(seed, most: 12), Options(seed)).Cells.Select(cell => cell.Status)
            .SequenceEqual(CellSuppression.Suppress(RandomTable.Of(seed, most: 12), Options(seed)).Cells.Select(cell => cell.Status)), cases: 50);

    [Fact]
    public void Little_is_lost_against_the_cheapest_pattern_of_all()
    {
        // Every choice of secondary cells gone through. Measured: 1.00 times the optimum in all; the elimination alone is at 1.06.
        var (ours, optimum) = (0.0, 0.0);
        for (var seed = 0UL; seed < 60; seed++)
        {
            var random = new RandomSequence(seed, stream: 16);
            var table = ThreeByThree([.. Enumerable.Range(0, 9).Select(_ => (long)Math.Exp(4 * random.NextDouble()) - 1)]);
            var options = From5 with { RuleIsKnown = false };
            var cost = CellSuppression.Suppress(table, options).SecondaryCost;
            ours += cost;
            optimum += Cheapest(table, options.Rule, cost);
        }

        Assert.InRange(ours / optimum, 1, 1.02);
    }

    [Fact]
    public void Large_counts_are_as_safe_as_small_ones()
    {
        var table = ThreeByThree(3, 9_000_000, 8_000_001, 7_000_003, 1, 6_000_007, 5_000_011, 10_000_019, 2);
        var result = CellSuppression.Suppress(table, From5);

        Assert.NotEmpty(result.With(CellStatus.Secondary));
        Assert.All(result.Audit.Cells, cell => Assert.True(cell.IsProven && !cell.IsExactlyDisclosed));
    }

    private static SuppressionOptions Options(ulong seed) => new()
    {
        Rule = new(1 + (long)(seed % 3), Zeros: seed % 5 == 0),
        RuleIsKnown = seed % 2 == 0,
        Protection = (seed % 7) switch { 0 => new(Width: 3), 1 => new(Below: 1, Above: 2), _ => ProtectionRequirement.NotExact },
        Cost = seed % 11 == 0 ? CellCost.Unit : CellCost.Count,
    };

    // A count can't be known to go lower than its leaves do that are not zero.
    private static bool Meets(CellBounds cell, ProtectionRequirement protection, SuppressionResult result, FrequencyTable table)
    {
        if (result.Cells[cell.Cell].Status == CellStatus.Secondary)
        {
            return !cell.IsExactlyDisclosed;
        }

        var floor = result.LeastHidden * NaiveAttacker.Covers(table.Shape, cell.Cell).Count(leaf => table.Counts[leaf] > 0);
        return cell.WholeLow <= Math.Max(floor, cell.Count - protection.Below)
            && (cell.WholeHigh is not { } high || (high >= cell.Count + protection.Above && high - cell.WholeLow >= protection.Width));
    }

    private static int[] Suppressed(SuppressionResult result) => [.. result.With(CellStatus.Primary), .. result.With(CellStatus.Secondary)];

    private static double Cheapest(FrequencyTable table, SmallCountRule rule, double known)
    {
        int[] primary = [.. rule.Cells(table)];
        int[] candidates = [.. Enumerable.Range(0, table.Shape.Cells).Where(cell => table.Counts[cell] > rule.Most)];
        for (var choice = 0; choice < 1 << candidates.Length; choice++)
        {
            int[] secondary = [.. candidates.Where((_, place) => (choice >> place & 1) == 1)];
            var cost = secondary.Sum(cell => (double)table.Counts[cell]);
            if (cost < known && !DisclosureAudit.Of(table, [.. primary, .. secondary]).ExactlyDisclosed.Any())
            {
                known = cost;
            }
        }

        return known;
    }

    private static FrequencyTable ThreeByThree(params long[] counts) => FrequencyTable.FromLeaves(
        new(Dimension.Flat("a", "T", "a1", "a2", "a3"), Dimension.Flat("b", "T", "b1", "b2", "b3")),
        counts.Select((count, place) => TableCell.Of(count, $"a{(place / 3) + 1}", $"b{(place % 3) + 1}")));

    private static IEnumerable<long> Counts(SuppressionResult result, CellStatus status) => result.With(status).Select(cell => result.Cells[cell].Count);
}
