namespace Utvardering.Ingestion.Tests.Checks;

public sealed class QuarantineTests : IDisposable
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av\n";
    private const string Good = Header + "1490;2024K1;13-15;pojkar;orosanmalningar;12;\n";
    private const string Bad = Header + "0305;2024K1;13-15;pojkar;orosanmalningar;9;\n0305;2024K2;13-15;pojkar;orosanmalningar;många;\n";

    private readonly Bench bench = new();

    [Fact]
    public async Task A_refused_file_leaves_the_landing_whole_with_its_problems_beside()
    {
        bench.Put("deliveries/0305.csv", Bad);
        var refused = (await bench.IngestAsync("deliveries")).Refused.Single();

        var folder = Path.Combine(bench.DataRoot, "quarantine", "deliveries", refused.Sha256);
        Assert.Equal(Path.Combine(folder, "problems.txt"), refused.ReportFile);
        Assert.Equal(Bad, File.ReadAllText(Path.Combine(folder, "body")));
        Assert.Equal(["body", "body.json", "marked.xlsx", "problems.html", "problems.json", "problems.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(File.Exists(Path.Combine(bench.DataRoot, "landing", "deliveries", refused.Sha256)));
    }

    [Fact]
    public async Task One_refused_file_stops_the_vintage_and_the_previous_one_stands()
    {
        bench.Put("deliveries/1490.csv", Good);
        var first = await bench.IngestAsync("deliveries");

        bench.Clock.Time = bench.Clock.Time.AddDays(1);
        bench.Put("deliveries/0305.csv", Bad);
        bench.Put("deliveries/1490.csv", Good + "1490;2024K2;13-15;pojkar;orosanmalningar;12;\n");
        var second = await bench.IngestAsync("deliveries");

        Assert.Equal(first.Vintage, second.Vintage);
        Assert.False(second.IsNew);
        Assert.Equal("deliveries/0305.csv", second.Refused.Single().Origin);
        Assert.Single(bench.Lake.Vintages("deliveries"));
    }

    [Fact]
    public async Task The_report_for_the_sender_is_Swedish_and_says_what_to_do()
    {
        bench.Put("deliveries/0305.csv", Bad);
        var report = Bench.Report(await bench.IngestAsync("deliveries"));
        Assert.Contains("Filen togs inte emot: deliveries/0305.csv", report, StringComparison.Ordinal);
        Assert.Contains("Rad 3, kolumn antal, värde \"många\": Värdet är inte ett heltal.", report, StringComparison.Ordinal);
        Assert.Contains("Gör så här: Skriv ett heltal", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_file_goes_in()
    {
        bench.Put("deliveries/0305.csv", Bad);
        await bench.IngestAsync("deliveries");
        bench.Put("deliveries/0305.csv", Bad.Replace("många", "7", StringComparison.Ordinal));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal(2, outcome.RowsAccepted);
        Assert.True(outcome.IsNew);
    }

    [Fact]
    public async Task What_a_crash_left_is_gone_after_the_next_ingestion()
    {
        string[] left = [Path.Combine(bench.DataRoot, "lake", ".staging", "left"), Path.Combine(bench.DataRoot, "landing", ".staging", "left")];
        foreach (var folder in left)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "part-0.parquet"), "half");
        }

        bench.Put("deliveries/1490.csv", Good);
        Assert.True((await bench.IngestAsync("deliveries")).IsNew);
        Assert.All(left, folder => Assert.False(Directory.Exists(folder)));
    }

    public void Dispose() => bench.Dispose();
}
