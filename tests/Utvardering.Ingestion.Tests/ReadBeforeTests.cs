using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests;

/// <summary>Bodies that were read before under the same definitions are not read again, and nothing else is taken for such.</summary>
public sealed class ReadBeforeTests : IDisposable
{
    private static readonly ProjectFolder Project = new(Repository.Root);
    private readonly TemporaryFolder folder = new();
    private readonly SourceDefinition source = SourceReader.ReadAll(Project).Single(candidate => candidate.Source == "files-municipalities");

    public ReadBeforeTests()
    {
        Directory.CreateDirectory(folder["in/lists"]);
        Write("Stockholm");
    }

    private string Memory => folder["data/landing/files-municipalities/.read.json"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_same_bodies_give_the_vintage_that_stands_with_its_counts()
    {
        var first = await IngestAsync("program 1");
        var second = await IngestAsync("program 1");

        Assert.True(first.IsNew);
        Assert.False(second.IsNew);
        Assert.Equal((first.Vintage!.Name, first.RowsAccepted, first.Warnings.Count), (second.Vintage!.Name, second.RowsAccepted, second.Warnings.Count));
    }

    [Fact]
    public async Task Another_content_is_read()
    {
        await IngestAsync("program 1");
        Write("Solna", code: "0184");

        Assert.Equal("0184", Assert.Single(await CodesAsync("program 1")));
    }

    [Fact]
    public async Task Another_program_reads_again()
    {
        await IngestAsync("program 1");
        var kept = File.ReadAllText(Memory);
        await IngestAsync("program 2");

        Assert.NotEqual(kept, File.ReadAllText(Memory));
    }

    [Fact]
    public async Task A_torn_memory_is_no_fault()
    {
        await IngestAsync("program 1");
        File.WriteAllText(Memory, "{\"Read\":");

        Assert.Equal("0180", Assert.Single(await CodesAsync("program 1")));
    }

    [Fact]
    public async Task A_vintage_that_is_gone_is_made_anew()
    {
        await IngestAsync("program 1");
        Directory.Delete(folder["data/lake/municipality_groups"], recursive: true);

        Assert.True((await IngestAsync("program 1")).IsNew);
    }

    private void Write(string name, string code = "0180") => File.WriteAllText(
        folder["in/lists/skr_group_from_kolada.csv"], $"municipality_code,municipality,kolada_group_id,skr_group\n{code},{name},G1,Storstäder\n");

    private Task<IngestOutcome> IngestAsync(string definitions)
        => new Ingestor(Project, definitions).IngestAsync(source, new FolderTransport(folder["in"], TimeProvider.System), folder["data"]);

    private async Task<IReadOnlyList<string>> CodesAsync(string definitions)
    {
        // Two vintages of one second would be refused.
        await Task.Delay(1100);
        var outcome = await IngestAsync(definitions);
        using var database = Warehouse.DuckDb.Database.OpenInMemory();
        return database.Query($"select municipality_code from read_parquet({Warehouse.DuckDb.SqlText.Literals(outcome.Vintage!.Parts)})", row => row.GetString(0));
    }
}
