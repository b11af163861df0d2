using Utvardering.Disclosure.Suppression;
using Utvardering.Warehouse;

namespace Utvardering.Disclosure.Tests.Suppression;

public sealed class FrequencyTableTests
{
    private static readonly TableShape Shape = new(Dimension.Flat("region", "T", "A", "B"), Dimension.Flat("age", "all", "15–17", "18–20"));

    [Fact]
    public void Totals_are_made_from_leaves_and_equations_run_along_each_dimension()
    {
        var table = FrequencyTable.FromLeaves(Shape, Leaves(1, 2, 3, 4));

        Assert.Equal((3L, 6L, 10L), (table.Counts[Shape.Find("A", "all")], table.Counts[Shape.Find("T", "18–20")], table.Counts[Shape.Find("T", "all")]));
        Assert.Equal(6, Shape.Equations.Length);
        Assert.All(Shape.Equations, equation => Assert.Equal(table.Counts[equation.Total], equation.Parts.Sum(part => table.Counts[part])));
        Assert.Equal("region=B, age=15–17", Shape.Name(Shape.Find("B", "15–17")));
    }

    [Fact]
    public void One_total_may_be_the_sum_of_two_hierarchies()
    {
        var region = Dimension.Hierarchy(
            "region", CodeSum.Of("Sweden", "north", "south"), CodeSum.Of("north", "A"), CodeSum.Of("south", "B", "C"), CodeSum.Of("Sweden", "towns", "country"), CodeSum.Of("towns", "A", "C"), CodeSum.Of("country", "B"));
        var table = FrequencyTable.FromLeaves(new(region), [TableCell.Of(1, "A"), TableCell.Of(2, "B"), TableCell.Of(4, "C")]);

        Assert.Equal([7L, 1, 6, 5, 2], new[] { "Sweden", "north", "south", "towns", "country" }.Select(code => table.Counts[table.Shape.Find(code)]));
        Assert.Equal(6, table.Shape.Equations.Length);
    }

    [Fact]
    public void Cells_that_do_not_add_up_are_named_with_their_parts()
    {
        var cells = All(FrequencyTable.FromLeaves(Shape, Leaves(1, 2, 3, 4))).Select(cell => cell.Codes is ["A", "all"] ? cell with { Count = 5 } : cell);
        var message = Assert.Throws<InputException>(() => FrequencyTable.Of(Shape, cells)).Message;

        Assert.Contains("region=A, age=all is 5, but its parts add up to 3: region=A, age=15–17 is 1; region=A, age=18–20 is 2", message, StringComparison.Ordinal);
        Assert.Contains("region=T, age=all is 10, but its parts add up to 12", message, StringComparison.Ordinal);
        Assert.DoesNotContain("region=B, age=all is 7, but", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_are_missing_double_or_negative_are_named()
    {
        var leaves = Leaves(1, 2, -3, 4).Skip(1).Append(TableCell.Of(2, "A", "18–20"));
        var message = Assert.Throws<InputException>(() => FrequencyTable.FromLeaves(Shape, leaves)).Message;

        Assert.Contains("region=A, age=15–17 is missing", message, StringComparison.Ordinal);
        Assert.Contains("region=A, age=18–20 is given twice", message, StringComparison.Ordinal);
        Assert.Contains("region=B, age=15–17 is -3", message, StringComparison.Ordinal);
        Assert.Contains("region=T, age=all is a total", Assert.Throws<InputException>(() => FrequencyTable.FromLeaves(Shape, Leaves(1, 2, 3, 4).Append(TableCell.Of(10, "T", "all")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_the_table_does_not_have_are_named()
    {
        Assert.Contains("no code X", Assert.Throws<InputException>(() => Shape.Find("A", "X")).Message, StringComparison.Ordinal);
        Assert.Contains("1 codes", Assert.Throws<InputException>(() => Shape.Find("A")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_lists_that_are_no_hierarchy_are_refused()
    {
        static string Refused(params CodeSum[] sums) => Assert.Throws<InputException>(() => Dimension.Hierarchy("region", sums)).Message;

        Assert.Contains("circle", Refused(CodeSum.Of("a", "b"), CodeSum.Of("b", "a")), StringComparison.Ordinal);
        Assert.Contains("circle", Refused(CodeSum.Of("a", "a")), StringComparison.Ordinal);
        Assert.Contains("twice in a = b + b", Refused(CodeSum.Of("a", "b", "b")), StringComparison.Ordinal);
        Assert.Contains("twice in T = x + y", Refused(CodeSum.Of("T", "x", "y"), CodeSum.Of("x", "1", "2"), CodeSum.Of("y", "2", "3")), StringComparison.Ordinal);
        Assert.Contains("do not cover the same leaves", Refused(CodeSum.Of("T", "1", "2"), CodeSum.Of("T", "1", "3")), StringComparison.Ordinal);
        Assert.Contains("no parts", Refused(CodeSum.Of("T")), StringComparison.Ordinal);
        Assert.Contains("code A twice", Assert.Throws<InputException>(() => Dimension.WithoutTotal("region", "A", "A")).Message, StringComparison.Ordinal);
        Assert.Contains("no codes", Assert.Throws<InputException>(() => Dimension.WithoutTotal("region")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_that_are_no_table_are_refused()
    {
        var many = Dimension.WithoutTotal("a", Enumerable.Range(0, 400).Select(number => $"{number}"));
        Assert.Contains("name of its own", Assert.Throws<InputException>(() => new TableShape(many, many)).Message, StringComparison.Ordinal);
        Assert.Contains("split it", Assert.Throws<InputException>(() => new TableShape(many, Dimension.WithoutTotal("b", many.Codes))).Message, StringComparison.Ordinal);
    }

    private static TableCell[] Leaves(params long[] counts) =>
        [TableCell.Of(counts[0], "A", "15–17"), TableCell.Of(counts[1], "A", "18–20"), TableCell.Of(counts[2], "B", "15–17"), TableCell.Of(counts[3], "B", "18–20")];

    private static IEnumerable<TableCell> All(FrequencyTable table) => Enumerable.Range(0, table.Shape.Cells).Select(cell => new TableCell(table.Shape.Codes(cell), table.Counts[cell]));
}
