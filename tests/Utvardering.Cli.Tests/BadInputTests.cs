using Utvardering.Testing;

namespace Utvardering.Cli.Tests;

/// <summary>Bad input: a sentence that says what to do, exit code 2, nothing half-written.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_unknown_profile_is_told_with_those_there_are()
        => await Refused(await Command.RunAsync("run", "--profile", "nosuch", "--data", folder["data"]), "There is no profile 'nosuch'. Profiles: live, real-files, sample");

    [Fact]
    public async Task A_missing_input_folder_is_told()
        => await Refused(await Command.RunAsync("run", "--profile", "real-files", "--input", folder["nosuch"], "--data", folder["data"]), "nosuch does not exist");

    [Fact]
    public async Task Real_files_without_a_folder_are_told_the_option()
        => await Refused(await Command.RunAsync("run", "--profile", "real-files", "--data", folder["data"]), "name their folder with --input DIR");

    [Fact]
    public async Task A_date_that_is_none_is_told()
        => await Refused(await Command.RunAsync("run", "--as-of", "31/12", "--data", folder["data"]), "is not a date such as 2024-12-31");

    [Fact]
    public async Task An_unknown_option_is_told()
        => await Refused(await Command.RunAsync("run", "--dta", "x"), "--dta");

    [Theory]
    [InlineData("pipelines/evaluation/pilot-2024.yaml", "level: 0.95", "level: [", "pilot-2024.yaml line")]
    [InlineData("pipelines/sources/kolada.yaml", "adapter: kolada-v3", "adapter: kolada-v9", "kolada.yaml")]
    [InlineData("pipelines/registry/groups.yaml", "members: {programme: forstarkningsteam}", "members: {programme: nosuch}", "groups.yaml line")]
    [InlineData("pipelines/disclosure.yaml", "action: withhold", "action: whisper", "disclosure.yaml line")]
    [InlineData("pipelines/warehouse/marts/data_quality.sql", "from core.total", "from marts.nosuch", "data_quality.sql")]
    public async Task A_broken_file_of_pipelines_is_told_by_file_and_line(string file, string right, string wrong, string told)
    {
        House();
        var path = folder["house/" + file];
        Assert.Contains(right, File.ReadAllText(path), StringComparison.Ordinal);
        File.WriteAllText(path, File.ReadAllText(path).Replace(right, wrong, StringComparison.Ordinal));

        var ended = await Command.RunInAsync(folder["house"], null, "run", "--data", folder["data"]);

        Assert.Equal(2, ended.Code);
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data/runs"]) && Directory.EnumerateFileSystemEntries(folder["data/runs"]).Any());
    }

    [Fact]
    public async Task Without_Node_the_run_says_what_to_install_and_writes_nothing()
    {
        Directory.CreateDirectory(folder["bin"]);
        await Refused(await Command.RunInAsync(Repository.Root, new Dictionary<string, string> { ["PATH"] = folder["bin"] }, "run", "--data", folder["data"]), "Node");
    }

    [Fact]
    public async Task A_data_root_that_another_process_holds_is_told()
    {
        Directory.CreateDirectory(folder["data"]);
        using (new FileStream(folder["data/.lock"], FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var ended = await Command.RunAsync("run", "--data", folder["data"]);
            Assert.Equal(2, ended.Code);
            Assert.Contains("Another run holds", ended.Error, StringComparison.Ordinal);
        }

        Assert.Equal([".lock"], Directory.EnumerateFileSystemEntries(folder["data"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_query_without_a_run_is_told_how_to_make_one()
        => await Refused(await Command.RunAsync("query", "select 1", "--data", folder["data"]), "the command 'run'");

    private Task Refused(Command.Ended ended, string told)
    {
        Assert.Equal(2, ended.Code);
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]), "nothing may be written");
        return Task.CompletedTask;
    }

    private void House()
    {
        foreach (var top in new[] { "pipelines", "data-schema" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories))
            {
                var copy = folder["house/" + Path.GetRelativePath(Repository.Root, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }
}
