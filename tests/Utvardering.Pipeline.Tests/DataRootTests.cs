using Utvardering.Pipeline.DataRoots;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Tests;

public sealed class DataRootTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_that_another_run_holds_is_told_and_free_again_when_that_run_ends()
    {
        using (DataRoot.Take(folder["data"], "sample"))
        {
            Assert.Contains("Another run holds", Assert.Throws<InputException>(() => DataRoot.Take(folder["data"], "sample")).Message, StringComparison.Ordinal);
        }

        DataRoot.Take(folder["data"], "sample").Dispose();
    }

    [Fact]
    public void Made_up_and_real_figures_never_share_a_folder()
    {
        DataRoot.Take(folder["data"], "sample").Dispose();

        var fault = Assert.Throws<InputException>(() => DataRoot.Take(folder["data"], "real-files"));

        Assert.Contains("holds data of the profile 'sample'", fault.Message, StringComparison.Ordinal);
        DataRoot.Take(folder["data"], "sample").Dispose(); // the refusal did not leave it held
    }

    [Fact]
    public void A_run_is_there_whole_or_not_at_all_and_what_a_crash_left_is_swept()
    {
        var folders = new RunFolders(folder["runs"]);
        var crashed = folders.Begin("a");
        File.WriteAllText(Path.Combine(crashed, "results", "half.parquet"), "x");
        Assert.False(folders.Has("a"));

        var building = folders.Begin("b");
        Assert.False(Directory.Exists(crashed));
        folders.Publish(building, "b");

        Assert.True(folders.Has("b"));
        Assert.Equal(["b"], Directory.EnumerateDirectories(folder["runs"]).Select(Path.GetFileName));
    }

    [Fact]
    public void All_that_a_crash_left_anywhere_is_swept_and_nothing_else()
    {
        const string Part = ".0123456789abcdef0123456789abcdef.part";
        var (held, orphan) = (new string('a', 64), new string('b', 64));
        string[] stays = ["data/dataroot.json", $"data/landing/s/{held}", $"data/landing/s/{held}.json", "data/landing/s/.read.json", "data/lake/d/s/v/part-0.parquet", "data/runs/a/provenance.json", "data/audit/head.json"];
        string[] goes =
        [
            "data/dataroot.json" + Part, $"data/landing/s/{orphan}.json", "data/landing/s/.read.json" + Part, "data/landing/.staging/x/body", "data/landing/.staging/x.lock", "data/lake/.staging/y/vintage/part-0.parquet",
            $"data/quarantine/s/{held}/problems.json{Part}", "data/sources/s.json" + Part, "data/runs/.staging-b/results/x.parquet", "data/runs/latest.json" + Part, "data/audit/head.json" + Part,
            "data/warehouse.duckdb.building-0", "data/warehouse.duckdb.building-0.wal",
        ];
        foreach (var file in stays.Concat(goes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            File.WriteAllText(folder[file], "{\"profile\":\"sample\"}");
        }

        using (var root = DataRoot.Take(folder["data"], "sample"))
        {
            root.Sweep();
        }

        Assert.All(stays, file => Assert.True(File.Exists(folder[file]), file));
        Assert.All(goes, file => Assert.False(File.Exists(folder[file]), file));
    }

    [Fact]
    public void Without_a_run_the_way_to_make_one_is_told()
        => Assert.Contains("the command 'run'", Assert.Throws<InputException>(() => new RunFolders(folder["runs"]).Existing(null)).Message, StringComparison.Ordinal);
}
