using System.Text;

namespace Utvardering.Ingestion.Tests.Checks;

/// <summary>Files that can't be judged row by row.</summary>
public sealed class FileFormTests : IDisposable
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;antal;av";
    private const string Good = "1490;2024K1;13-15;pojkar;orosanmalningar;12;";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("", "Filen har inga rader.")]
    [InlineData(Header + "\n", "Filen har inga rader.")]
    [InlineData("kommunkod;kvartal;åldersgrupp;kön;mått;antal\n1490;2024K1;13-15;pojkar;orosanmalningar;12\n", "Kolumnen 'av' saknas.")]
    [InlineData(Header + ";personnummer\n" + Good + ";1\n", "Rad 2, kolumn 8: Här står något utanför mallens kolumner")]
    [InlineData(Header + "\n" + Good + "\n1490;2024K1;13-15\n", "Rad 3, värde \"1490;2024K1;13-15\": Raden har färre celler än rubrikradens 7.")]
    [InlineData(Header + "\n" + Good + "\n" + Good + ";;x\n", "Rad 3, kolumn 9: Här står något utanför mallens kolumner")]
    [InlineData(Header + "\n" + Good + "\n1490;2024K1;\"13-15;pojkar;orosanmalningar;12;\n", "citattecken")]
    public async Task It_is_refused_with_what_is_wrong(string text, string problem)
    {
        bench.Put("deliveries/1490.csv", text);
        Assert.Contains(problem, Bench.Report(await bench.IngestAsync("deliveries")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    public async Task The_encoding_is_found_from_the_bytes(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        bench.Put("deliveries/1490.csv", [.. encoding.Preamble, .. encoding.GetBytes($"{Header}\r\n{Good.Replace("13-15", "13–15".Replace('–', name == "iso-8859-1" ? '-' : '–'), StringComparison.Ordinal)}\r\n")]);
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal(["1490 2024-01-01 13-15 boys orosanmalningar ∅ 12 ∅ ∅"], bench.Rows(outcome.Vintage!, "select * exclude (landing_sha256, landing_row) from vintage"));
        Assert.Equal(name != "utf-8", outcome.Warnings.Any(warning => warning.EndsWith($"read as {name}.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_declared_encoding_that_the_bytes_contradict_is_refused()
    {
        bench.Put("deliveries/1490.csv", $"{Header}\n{Good}\n", Encoding.Latin1);
        var outcome = await bench.IngestAsync(bench.Source("deliveries") with { Encoding = "utf-8" }, new Transport.FolderTransport(Path.Combine(bench.DataRoot, "..", "input"), bench.Clock));
        Assert.Contains("Filen är inte i teckenkodningen utf-8.", Bench.Report(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivered_source_without_files_is_quiet_and_a_published_one_is_not()
    {
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Null(outcome.Vintage);
        Assert.Empty(outcome.Landed);
        var error = await Assert.ThrowsAsync<Warehouse.InputException>(() => bench.IngestAsync("bra-sol"));
        Assert.Contains("bra-sol/*.{txt,csv}", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => bench.Dispose();
}
