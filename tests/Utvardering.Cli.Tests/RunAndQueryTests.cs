using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Cli.Tests;

/// <summary>README's commands, as processes.</summary>
public sealed partial class RunAndQueryTests(RunAndQueryTests.OneRun made) : IClassFixture<RunAndQueryTests.OneRun>
{
    /// <summary>A sample run into a fresh data root.</summary>
    public sealed class OneRun : IAsyncLifetime
    {
        internal Command.Ended Ended { get; private set; } = null!;

        public TemporaryFolder Data { get; } = new();

        public async Task InitializeAsync() => Ended = await Command.RunAsync("run", "--data", Data.Path);

        public Task DisposeAsync()
        {
            Data.Dispose();
            return Task.CompletedTask;
        }
    }

    [FactNeeding("node")]
    public void A_run_ends_with_the_line_that_names_the_report()
    {
        Assert.Equal("", made.Ended.Error);
        Assert.Equal(0, made.Ended.Code);
        Assert.StartsWith("Report: ", made.Ended.LastLine, StringComparison.Ordinal);
        Assert.True(File.Exists(made.Ended.LastLine["Report: ".Length..].Trim()));
    }

    [FactNeeding("node")]
    public void Progress_without_a_terminal_is_plain_lines()
        => Assert.DoesNotContain("\u001b", made.Ended.Output, StringComparison.Ordinal);

    [FactNeeding("node")]
    public async Task A_second_run_says_that_nothing_is_new()
    {
        var again = await Command.RunAsync("run", "--data", made.Data.Path);

        Assert.Contains("Nothing is new", again.Output, StringComparison.Ordinal);
        Assert.Equal(made.Ended.LastLine, again.LastLine);
    }

    [FactNeeding("node")]
    public async Task Query_shows_a_table_and_the_mark()
    {
        var ended = await Command.RunAsync("query", "select outcome_id, treated_units from effects where design_id = 'vs-bra' order by 1", "--data", made.Data.Path);

        Assert.Equal(0, ended.Code);
        Assert.Contains("fire", ended.Output, StringComparison.Ordinal);
        Assert.Contains("EXEMPELDATA", ended.Error, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task Query_gives_csv_and_json_for_the_next_program()
    {
        const string Sql = "select group_id, members from groups where group_id not like 'similar%' order by 1";

        var csv = await Command.RunAsync("query", Sql, "--data", made.Data.Path, "--format", "csv");
        Assert.Equal("group_id,members\nbra-supported,5\nnever-treated,272\nnordvast,8\npilot,6\n", csv.Output);

        using var json = JsonDocument.Parse((await Command.RunAsync("query", Sql, "--data", made.Data.Path, "--format", "json")).Output);
        Assert.Equal(6, json.RootElement[3].GetProperty("members").GetInt32());
    }

    [FactNeeding("node")]
    public async Task Query_writes_parquet_and_never_over_a_file()
    {
        using var folder = new TemporaryFolder();
        var first = await Command.RunAsync("query", "from effects", "--data", made.Data.Path, "--format", "parquet", "--output", folder["e.parquet"]);
        Assert.Equal(0, first.Code);
        Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(folder["e.parquet"])[..4]);

        var second = await Command.RunAsync("query", "from effects", "--data", made.Data.Path, "--format", "parquet", "--output", folder["e.parquet"]);
        Assert.Equal(2, second.Code);
    }

    [FactNeeding("node")]
    public async Task Query_reads_released_tables_only()
    {
        var lake = Directory.EnumerateFiles(Path.Combine(made.Data.Path, "lake", "deliveries"), "*.parquet", SearchOption.AllDirectories).First();

        var ended = await Command.RunAsync("query", $"from read_parquet('{lake}')", "--data", made.Data.Path);

        Assert.Equal(2, ended.Code);
        Assert.Equal("", ended.Output);
    }

    [FactNeeding("node")]
    public async Task The_researchers_first_look_makes_the_reports_estimate_again()
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", ["run", "-c", "Release", "notebooks/first-look.cs", made.Data.Path])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Contains("The same as the report's.", output, StringComparison.Ordinal);
        Assert.Equal(0, process.ExitCode);
    }

    [FactNeeding("node")]
    public async Task Help_explains_the_options()
    {
        var help = (await Command.RunAsync("run", "--help")).Output;

        Assert.All(["--profile", "--input", "--data", "--as-of"], option => Assert.Contains(option, help, StringComparison.Ordinal));
    }
}
