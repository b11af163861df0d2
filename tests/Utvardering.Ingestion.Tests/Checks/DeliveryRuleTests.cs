using System.Text.Json;

namespace Utvardering.Ingestion.Tests.Checks;

/// <summary>Each rule of a schema broken once in a file that is good otherwise: the report names row, column, value and rule.</summary>
public sealed class DeliveryRuleTests : IDisposable
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av";
    private const string Good = "1490;2024K1;13-15;pojkar;orosanmalningar;12;";

    private readonly Bench bench = new();

    [Theory]
    [InlineData(";2024K1;13-15;flickor;orosanmalningar;1;", "required", "kommunkod", null)]
    [InlineData("149;2024K1;13-15;flickor;orosanmalningar;1;", "pattern", "kommunkod", "149")]
    [InlineData("1499999;2024K1;13-15;flickor;orosanmalningar;1;", "foreignKey", "kommunkod", "1499999")]
    [InlineData("1490;2024K5;13-15;flickor;orosanmalningar;1;", "type", "kvartal", "2024K5")]
    [InlineData("1490;2014K4;13-15;flickor;orosanmalningar;1;", "minimum", "kvartal", "2014-10-01")]
    [InlineData("1490;2101K1;13-15;flickor;orosanmalningar;1;", "maximum", "kvartal", "2101-01-01")]
    [InlineData("1490;2024K1;13-16;flickor;orosanmalningar;1;", "codes", "åldersgrupp", "13-16")]
    [InlineData("1490;2024K1;13-15;okänt;orosanmalningar;1;", "codes", "kön", "okänt")]
    [InlineData("1490;2024K1;13-15;flickor;anmalningar;1;", "codes", "mått", "anmalningar")]
    [InlineData("1490;2024K1;13-15;flickor;orosanmalningar;1,5;", "type", "antal", "1,5")]
    [InlineData("1490;2024K1;13-15;flickor;orosanmalningar;1.5;", "type", "antal", "1.5")]
    [InlineData("1490;2024K1;13-15;flickor;orosanmalningar;-1;", "minimum", "antal", "-1")]
    [InlineData("1490;2024K1;13-15;flickor;strukturerad_bedomning;5;4", "numerator_at_most_denominator", "antal", "5")]
    [InlineData("1490;2024K1;13-15;flickor;strukturerad_bedomning;5;", "denominator_where_measure_has_one", "av", null)]
    [InlineData("1490;2024K1;13-15;flickor;orosanmalningar;5;9", "denominator_where_measure_has_one", "av", "9")]
    [InlineData("1490;2024-02-01;13-15;flickor;orosanmalningar;5;", "first_of_quarter", "kvartal", "2024-02-01")]
    [InlineData("1490;2024K1;13-15;pojkar;orosanmalningar;13;", "primaryKey", null, null)]
    public async Task A_broken_rule_is_reported_with_its_row(string row, string rule, string? column, string? value)
    {
        bench.Put("deliveries/1490.csv", $"{Header}\n{Good}\n{row}\n");
        var outcome = await bench.IngestAsync("deliveries");

        var problem = Problems(outcome).Single(problem => problem.GetProperty("rule").GetString() == rule);
        Assert.Equal(3, problem.GetProperty("row").GetInt64());
        if (column is not null)
        {
            Assert.Equal(column, problem.GetProperty("column").GetString());
            Assert.Equal(value, problem.GetProperty("value").GetString());
        }

        Assert.Contains("Rad 3", Bench.Report(outcome), StringComparison.Ordinal);
        Assert.Null(outcome.Vintage);
        Assert.False(Directory.Exists(Path.Combine(bench.DataRoot, "lake", "deliveries")));
    }

    [Fact]
    public async Task Identical_rows_are_kept_once_and_counted()
    {
        bench.Put("deliveries/1490.csv", $"{Header}\n{Good}\n{Good}\n{Good}\n");
        bench.Put("deliveries/again/1490.csv", $"{Header}\r\n{Good}\r\n");
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal(1, outcome.RowsAccepted);
        Assert.Equal(3, outcome.DuplicatesDropped);
        Assert.Equal(3, outcome.Vintage!.ReadPackage().DuplicatesDropped);
        // The one that is kept is the first that came.
        Assert.Equal(["2"], bench.Rows(outcome.Vintage, "select landing_row from vintage"));
    }

    [Fact]
    public async Task Rows_of_two_files_that_contradict_each_other_name_the_other_file()
    {
        bench.Put("deliveries/a.csv", $"{Header}\n{Good}\n");
        bench.Put("deliveries/b.csv", $"{Header}\n{Good.Replace("12", "14", StringComparison.Ordinal)}\n");
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal("deliveries/b.csv", outcome.Refused.Single().Origin);
        Assert.Contains("rad 2 i deliveries/a.csv", Bench.Report(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_numbered_as_an_editor_shows_them_past_blank_lines()
    {
        bench.Put("deliveries/1490.csv", $"{Header}\n\n{Good}\n\n\n;;;;;;\n1490;2024K1;0-12;pojkar;orosanmalningar;x;\n");
        var outcome = await bench.IngestAsync("deliveries");
        var problem = Assert.Single(Problems(outcome));
        Assert.Equal(7, problem.GetProperty("row").GetInt64());
    }

    [Fact]
    public async Task All_problems_are_counted_and_the_first_thousand_listed()
    {
        var rows = Enumerable.Range(0, 1500).Select(number => $"1490;2024K1;13-15;pojkar;fel{number};1;");
        bench.Put("deliveries/1490.csv", $"{Header}\n{string.Join('\n', rows)}\n");
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal(1500, outcome.Refused.Single().Problems);
        Assert.Equal(1000, Problems(outcome).Count);
        Assert.Contains("1500 av slaget codes", Bench.Report(outcome), StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();

    private static List<JsonElement> Problems(IngestOutcome outcome) =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(outcome.Refused.Single().ReportFile, ".json"))).RootElement.GetProperty("problems").EnumerateArray()];
}
