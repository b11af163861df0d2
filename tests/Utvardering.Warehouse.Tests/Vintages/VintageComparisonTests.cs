using System.Text;
using Utvardering.Warehouse.Vintages;

namespace Utvardering.Warehouse.Tests.Vintages;

/// <summary>Small enough to compare by eye: every expected figure follows from the rows written here.</summary>
public sealed class VintageComparisonTests : IDisposable
{
    private const string Before =
        """
        ('fire', '0380', '2023-12-01', 10, null), ('fire', '0380', '2024-01-01', 100, null), ('fire', null, '2024-01-01', 5, null),
        ('fire', '1490', '2024-01-01', 0, null), ('theft', '0380', '2024-01-01', 4, null), ('theft', '1490', '2024-01-01', null, 'suppressed')
        """;

    // 10 stays; 100 → 90; null municipality 5 → 8; 0 → 2; theft 0380 goes; theft 1490 gets a number; theft 2281 comes.
    private const string After =
        """
        ('fire', '0380', '2023-12-01', 10, null), ('fire', '0380', '2024-01-01', 90, null), ('fire', null, '2024-01-01', 8, null),
        ('fire', '1490', '2024-01-01', 2, null), ('theft', '1490', '2024-01-01', 6, null), ('theft', '2281', '2024-02-01', 1, null)
        """;

    private readonly Series series = new();

    [Fact]
    public void Rows_are_added_removed_revised_or_unchanged_by_key()
    {
        var diff = Compare(Before, After);
        Assert.Equal((6L, 6L), (diff.FromRows, diff.ToRows));
        Assert.Equal((1L, 1L, 4L, 1L), (diff.Added, diff.Removed, diff.Revised, diff.Unchanged));
    }

    [Fact]
    public void Changes_are_counted_by_indicator_and_year()
    {
        var diff = Compare(Before, After);
        Assert.Equal(["indicator", "month"], diff.By);
        Assert.Equal(
            ["fire 2024: 0 0 3", "theft 2024: 1 1 1"],
            diff.Groups.Select(group => $"{string.Join(' ', group.Group)}: {group.Added} {group.Removed} {group.Revised}"));
    }

    [Fact]
    public void Changes_can_be_counted_by_any_key_column_an_empty_one_included()
    {
        var diff = Compare(Before, After, by: ["municipality"]);
        Assert.Equal(
            ["0380: 0 1 1", "1490: 0 0 2", "2281: 1 0 0", "∅: 0 0 1"],
            diff.Groups.Select(group => $"{group.Group[0] ?? "∅"}: {group.Added} {group.Removed} {group.Revised}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_size_of_revisions_is_told_in_the_unit_and_as_a_share()
    {
        var value = Assert.Single(Compare(Before, After).Columns);
        // Changes −10, +3, +2: mean −5/3, median size 3, largest 10. Shares 0.1 and 0.6; from 0 there is none.
        Assert.Equal(("value", 3L, 1L, 0L), (value.Column, value.Revised, value.Appeared, value.Vanished));
        Assert.Equal(-5 / 3.0, value.Mean!.Value, 12);
        Assert.Equal(3, value.MedianAbsolute);
        Assert.Equal(10, value.LargestAbsolute);
        Assert.Equal(0.35, value.MedianRelative!.Value, 12);
        Assert.Equal(0.6, value.LargestRelative!.Value, 12);
    }

    [Fact]
    public void The_largest_revisions_come_first_in_the_unit_or_as_a_share()
    {
        var diff = Compare(Before, After);
        Assert.Equal(["100 → 90", "5 → 8", "0 → 2"], diff.Largest.Select(revision => $"{revision.From} → {revision.To}"));
        Assert.Equal("fire 0380 2024-01-01", string.Join(' ', diff.Largest[0].Key.Values));
        Assert.Equal(-0.1, diff.Largest[0].Relative!.Value, 12);
        Assert.Null(diff.Largest[2].Relative);
        Assert.Equal(["5 → 8", "100 → 90", "0 → 2"], Compare(Before, After, order: RevisionOrder.Relative).Largest.Select(revision => $"{revision.From} → {revision.To}"));
        Assert.Single(Compare(Before, After, largest: 1).Largest);
    }

    [Fact]
    public void Every_changed_cell_is_written_as_csv()
    {
        Assert.Equal(
            """
            change,indicator,municipality,month,column,from,to
            revised,fire,,2024-01-01,value,5.0,8.0
            revised,fire,0380,2024-01-01,value,100.0,90.0
            revised,fire,1490,2024-01-01,value,0.0,2.0
            removed,theft,0380,2024-01-01,value,4.0,
            revised,theft,1490,2024-01-01,value,,6.0
            revised,theft,1490,2024-01-01,status,suppressed,
            added,theft,2281,2024-02-01,value,,1.0

            """,
            Csv(Before, After));
    }

    [Fact]
    public void Rows_that_come_from_another_body_are_unchanged()
    {
        var first = series.Publish(0, Before);
        var second = series.Publish(1, Before + ", ('x', '0380', '2024-01-01', 1, null)", landing: "y");
        using var comparison = new VintageComparison(first, second);
        var diff = comparison.Diff();
        Assert.Equal((1L, 0L, 0L, 6L), (diff.Added, diff.Removed, diff.Revised, diff.Unchanged));
    }

    [Fact]
    public void Of_delivered_figures_only_counts_of_rows_are_told()
    {
        var diff = Compare(Before, After, origin: "delivered");
        Assert.True(diff.CountsOnly);
        Assert.Equal(4, diff.Revised);
        Assert.Empty(diff.Columns);
        Assert.Empty(diff.Largest);
        Assert.Equal("indicator,month,added,removed,revised\nfire,2024,0,0,3\ntheft,2024,1,1,1\n", Csv(Before, After, "delivered"));
    }

    [Fact]
    public void A_column_of_one_alone_is_told_and_not_compared()
    {
        using var comparison = new VintageComparison(series.Publish(0, Before), series.Publish(1, Before, extra: "note"));
        var diff = comparison.Diff();
        Assert.Equal(["note"], diff.NewColumns);
        Assert.Empty(diff.LostColumns);
        Assert.Equal(0, diff.Revised);
    }

    [Fact]
    public void A_column_to_count_by_that_is_no_key_is_told_with_those_that_are() =>
        Assert.Contains("indicator, municipality, month", Assert.Throws<InputException>(() => Compare(Before, After, by: ["value"])).Message, StringComparison.Ordinal);

    public void Dispose() => series.Dispose();

    private VintageDiff Compare(
        string before, string after, IReadOnlyList<string>? by = null, string origin = "published", int largest = 20, RevisionOrder order = RevisionOrder.Absolute)
    {
        using var comparison = new VintageComparison(series.Publish(0, before, origin: origin), series.Publish(1, after, origin: origin), by);
        return comparison.Diff(largest, order);
    }

    private string Csv(string before, string after, string origin = "published")
    {
        using var written = new MemoryStream();
        using (var comparison = new VintageComparison(series.Publish(0, before, source: origin, origin: origin), series.Publish(1, after, source: origin, origin: origin)))
        {
            comparison.WriteCsv(written);
        }

        return Encoding.UTF8.GetString(written.ToArray());
    }
}
