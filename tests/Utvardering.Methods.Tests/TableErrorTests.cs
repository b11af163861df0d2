using Utvardering.Methods.Tables;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Tests;

/// <summary>What is wrong with a table is told with its place, and what to do.</summary>
public sealed class TableErrorTests
{
    private const string Good = "k,t,y,d\na,1,1,0\na,2,5,1\nb,1,2,0\nb,2,3,0\n";

    private static readonly TidyColumns Columns = new() { Unit = "k", Time = "t", Outcome = "y", Treated = "d" };

    [Theory]
    [InlineData("k,t,y\na,1,1\na,2,5\n", "has no column \"d\". It has: k, t, y.")]
    [InlineData("k,t,y,d\na,1,1,0\na,2,fem,1\nb,1,2,0\nb,2,3,0\n", "row 2, column \"y\" holds \"fem\", which is no number")]
    [InlineData("k,t,y,d\na,1,1,0\na,2,5,1\na,2,5,1\nb,1,2,0\nb,2,3,0\n", "Unit \"a\", period 2 has two rows")]
    [InlineData("k,t,y,d\na,1,1,1\na,2,5,0\nb,1,2,0\nb,2,3,0\n", "Unit \"a\", period 2 is untreated, while treatment began in 1")]
    [InlineData("k,t,y,d\na,1,1,0\na,2,5,0\nb,1,2,0\nb,2,3,0\n", "No unit is treated")]
    [InlineData("k,t,y,d\na,1,1,1\na,2,5,1\nb,1,2,0\nb,2,3,0\n", "leaves no period before it")]
    [InlineData("k,t,y,d\na,1,1,0\na,3,5,1\nb,1,2,0\nb,3,3,0\n", "The periods have a gap: no unit has a row for 2")]
    [InlineData("k,t,y,d\na,i fjol,1,0\na,2,5,1\nb,1,2,0\nb,2,3,0\n", "row 1, column \"t\" holds \"i fjol\", which is no period")]
    [InlineData("k,t,y,d\n,1,1,0\na,2,5,1\nb,1,2,0\nb,2,3,0\n", "row 1, column \"k\" is empty")]
    [InlineData("k,t,y,d\na,1,1,2\na,2,5,1\nb,1,2,0\nb,2,3,0\n", "row 1, column \"d\" is 2: a treatment is 0 before its start and 1 from it on")]
    public void A_fault_of_the_table_is_told_with_its_place(string csv, string message)
        => Assert.Contains(message, Assert.Throws<InputException>(() => MethodRun.Of("did", csv, Columns)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("confidence=1", "Option confidence lies between 0.5 and 0.9999; \"1\" was given.")]
    [InlineData("confidence", "Option confidence has no value")]
    [InlineData("draws=många", "Option draws is a whole number")]
    [InlineData("sed=3", "did has no option \"sed\". It has: inference, draws,")]
    [InlineData("strata=k inference=cr2", "Option strata has no use with inference=cr2: it is for inference=randomisation.")]
    [InlineData("strata=y", "row 2, column \"y\" is \"5\", while unit \"a\" has \"1\" before")]
    [InlineData("affected=y", "row 2, column \"y\" is 5: write 1 for the group that treatment can affect, 0 for the one that it can't.")]
    [InlineData("grain=year", "Column \"t\" holds plain numbers, of which no years can be made: leave the option grain out")]
    [InlineData("negative-controls=z", "has no column \"z\". It has: k, t, y, d.")]
    public void A_fault_of_an_option_is_told(string option, string message)
        => Assert.Contains(message, Assert.Throws<InputException>(() => MethodRun.Of("did", Good, Columns, 1, option.Split(' '))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_without_use_is_told()
        => Assert.Contains("did has no use for --weights", Assert.Throws<InputException>(() => MethodRun.Of("did", Good, Columns with { Weights = "y" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Covariates_and_exposures_that_rows_of_persons_have_or_have_not_are_told()
    {
        Assert.Contains("did adjusts for --covariates of persons alone", Assert.Throws<InputException>(() => MethodRun.Of("did", Good, Columns with { Covariates = ["y"] })).Message, StringComparison.Ordinal);
        Assert.Contains("Rows of persons have no --exposure", Assert.Throws<InputException>(() => MethodRun.Of("did", Good, Columns with { Exposure = "y" }, 1, "persons=yes")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_needed_is_told()
        => Assert.Contains("did needs --outcome", Assert.Throws<InputException>(() => MethodRun.Of("did", Good, Columns with { Outcome = null })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2024", "2025", "2025")]
    [InlineData("2024-01-01", "2025-01-01", "2025")]
    [InlineData("2024-01-01", "2024-04-01", "2024-Q2")]
    [InlineData("2024K1", "2024-Q2", "2024-Q2")]
    [InlineData("2024-12", "2025M01", "2025-01")]
    [InlineData("2024-01-01", "2024-02-01", "2024-02")]
    public void Periods_are_numbered_one_apart_whatever_their_form(string first, string second, string label)
    {
        var table = TidyTableOf($"t\n{first}\n{second}\n");
        var time = TimeColumn.Of(table, "t");
        Assert.Equal(1, time.Number(second) - time.Number(first));
        Assert.Equal(label, time.Label(time.Number(second)));
    }

    private static TidyTable TidyTableOf(string csv)
    {
        using var folder = new Testing.TemporaryFolder();
        File.WriteAllText(folder["t.csv"], csv);
        return TidyTable.Read(folder["t.csv"], ["t"]);
    }
}
