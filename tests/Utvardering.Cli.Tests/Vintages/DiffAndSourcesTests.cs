using System.Globalization;
using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Cli.Tests.Vintages;

/// <summary><c>utvardering diff</c> and <c>utvardering sources</c> over two small runs on files.</summary>
public sealed class DiffAndSourcesTests(DiffAndSourcesTests.TwoVintages made) : IClassFixture<DiffAndSourcesTests.TwoVintages>
{
    /// <summary>A lake with two vintages of offences, made by the ingestion itself.</summary>
    public sealed class TwoVintages : IAsyncLifetime
    {
        private const string Header = "offence_code,municipality_code,municipality,month,n\n";
        private TemporaryFolder Folder { get; } = new();

        public string Data => Folder["data"];

        public async Task InitializeAsync()
        {
            await TakeInAsync(Header + "1210,1490,Borås,2024-01,10\n1210,0380,Uppsala,2024-01,7\n", 0);
            await TakeInAsync(Header + "1210,1490,Borås,2024-01,12\n1210,0380,Uppsala,2024-01,7\n1210,,,2024-02,1\n", 1);
        }

        public Task DisposeAsync()
        {
            Folder.Dispose();
            return Task.CompletedTask;
        }

        private async Task TakeInAsync(string text, int days)
        {
            var file = Folder["input/bra/offences_municipality_month.csv"];
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
            var project = new Ingestion.ProjectFolder(Repository.Root);
            var source = Ingestion.Sources.SourceReader.Read(project, Path.Combine(project.Sources, "files-offences.yaml"));
            await new Ingestion.Ingestor(project).IngestAsync(source, new Ingestion.Transport.FolderTransport(Folder["input"], new Clock(days)), Data);
        }

        private sealed class Clock(int days) : TimeProvider
        {
            public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2024, 6, 1, 4, 15, 0, TimeSpan.Zero).AddDays(days);
        }
    }

    [Fact]
    public async Task The_table_tells_what_changed_and_by_how_much()
    {
        var ended = await DiffAsync();
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("2 → 3 rows: 1 added, 0 removed, 1 revised, 1 unchanged", ended.Output, StringComparison.Ordinal);
        Assert.Matches("1210 +2024 +1 +0 +1", ended.Output);
        Assert.Matches(@"1210 +1490 +2024-01-01 +count +10 +12 +2 +20\.0 %", ended.Output);
    }

    [Fact]
    public async Task Csv_and_json_are_for_the_next_program()
    {
        Assert.Equal(
            "change,offence_code,municipality_code,month,column,from,to\nadded,1210,,2024-02-01,count,,1\nrevised,1210,1490,2024-01-01,count,10,12\n",
            (await DiffAsync("--format", "csv")).Output);
        using var json = JsonDocument.Parse((await DiffAsync("--format", "json")).Output);
        Assert.Equal(1, json.RootElement.GetProperty("revised").GetInt32());
        Assert.Equal(0.2, json.RootElement.GetProperty("largest")[0].GetProperty("relative").GetDouble(), 12);
    }

    [Theory]
    [InlineData("--from", "nosuch", "There is no vintage 'nosuch'")]
    [InlineData("--from", "2024-05-31", "No vintage was retrieved by 2024-05-31")]
    [InlineData("--source", "nosuch", "Sources: files-offences")]
    [InlineData("--by", "count", "is no key column")]
    [InlineData("--largest", "-1", "--largest is -1")]
    public async Task What_is_not_there_is_told_in_a_sentence(string option, string value, string told)
    {
        var ended = await DiffAsync(option, value);
        Assert.Equal(2, ended.Code);
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_shows_vintage_rows_and_state_of_each_feed_of_the_profile()
    {
        var ended = await Command.RunAsync("sources", "--profile", "real-files", "--data", made.Data);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Matches(@"files-offences +reported_offences +20240602T041500Z-[0-9a-f]{12} +[0-9]+ +3 +on request +2024-06-02 04:15Z", ended.Output);
        Assert.Matches("files-population +population +– +– +– +never taken in", ended.Output);
    }

    [Fact]
    public async Task Sources_as_json_has_what_went_wrong_last()
    {
        using var json = JsonDocument.Parse((await Command.RunAsync("sources", "--profile", "real-files", "--data", made.Data, "--json")).Output);
        var feed = json.RootElement.EnumerateArray().Single(feed => feed.GetProperty("source").GetString() == "files-offences");
        Assert.Equal(("new_vintage", 3L), (feed.GetProperty("lastOutcome").GetString(), feed.GetProperty("rows").GetInt64()));
        Assert.Equal(JsonValueKind.Null, feed.GetProperty("lastError").ValueKind);
        Assert.Equal("2024-06-02", feed.GetProperty("lastSuccess").GetDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private Task<Command.Ended> DiffAsync(params string[] options) => Command.RunAsync(["diff", "reported_offences", "--data", made.Data, .. options]);
}
