using System.Text.Json;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Cli.Tests.Crashes;

/// <summary>What may be asked of a data root at any time, and what after a run.</summary>
internal static class DataRootState
{
    /// <summary>All that can be seen is whole: bodies, vintages, refusals, warehouse, runs, and the name of the latest run.</summary>
    public static void AssertWhole(string root)
    {
        Landing(Path.Combine(root, "landing"));
        Lake(new LakeStore(Path.Combine(root, "lake")));
        Quarantine(Path.Combine(root, "quarantine"));
        Runs(Path.Combine(root, "runs"));
        if (File.Exists(Path.Combine(root, "warehouse.duckdb")))
        {
            using var warehouse = Database.OpenReadOnly(Path.Combine(root, "warehouse.duckdb"));
            Assert.True(warehouse.Scalar<long>("select count(*) from lake.feed") > 0);
        }
    }

    /// <summary>Nothing that a crash leaves is there any more.</summary>
    public static void AssertSwept(string root)
    {
        // Lock files stay: two processes must never lock different files.
        var left = Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path))
            .Where(path => Path.GetExtension(path) != ".lock")
            .Where(path => path.Contains(".staging" + Path.DirectorySeparatorChar, StringComparison.Ordinal) || path.Contains(".staging-", StringComparison.Ordinal)
                || path.EndsWith(".part", StringComparison.Ordinal) || path.Contains(".building", StringComparison.Ordinal) || path.EndsWith(".wal", StringComparison.Ordinal));
        Assert.Empty(left);
    }

    /// <summary>
    /// Both roots hold the same files with the same bytes. Only what became of the last attempt differs with a crash: the vintage that was
    /// new to the attempt that died is not new to the next.
    /// </summary>
    public static void AssertEqual(string expected, string actual)
    {
        foreach (var part in new[] { "landing", "lake", "quarantine", "runs" })
        {
            var (left, right) = (Path.Combine(expected, part), Path.Combine(actual, part));
            Assert.Equal(Trees.Files(left), Trees.Files(right));
            Assert.All(Trees.Files(left), file => Assert.True(
                File.ReadAllBytes(Path.Combine(left, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(right, file))), $"{part}/{file} differs"));
        }

        var (expectedStates, states) = (new SourceStateStore(expected), new SourceStateStore(actual));
        Assert.Equal(Trees.Files(Path.Combine(expected, "sources")), Trees.Files(Path.Combine(actual, "sources")));
        Assert.All(Trees.Files(Path.Combine(expected, "sources")).Select(Path.GetFileNameWithoutExtension), source =>
        {
            var (left, right) = (expectedStates.Read(source!)!, states.Read(source!)!);
            Assert.Equal((left.LastAttempt, left.LastSuccess, left.Rows, left.LastError?.Time), (right.LastAttempt, right.LastSuccess, right.Rows, right.LastError?.Time));
        });
    }

    private static void Landing(string landing)
    {
        foreach (var body in Trees.Files(landing).Where(file => !file.StartsWith('.') && Path.GetExtension(file).Length == 0))
        {
            Assert.Equal(Path.GetFileName(body), DurableFile.Sha256(Path.Combine(landing, body)));
            using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(landing, body + ".json")));
            Assert.Equal(Path.GetFileName(body), record.RootElement.GetProperty("sha256").GetString());
        }
    }

    private static void Lake(LakeStore lake)
    {
        foreach (var vintage in lake.Datasets().SelectMany(lake.Vintages))
        {
            var package = vintage.ReadPackage();
            Assert.Equal(vintage.Name.ToString(), package.Version);
            Assert.Equal(package.Resources.Single().Hash, "sha256:" + DurableFile.Sha256(vintage.Parts.Single()));
        }
    }

    private static void Quarantine(string quarantine)
    {
        foreach (var body in Trees.Files(quarantine).Where(file => Path.GetFileName(file) == "body"))
        {
            var folder = Path.GetDirectoryName(Path.Combine(quarantine, body))!;
            Assert.Equal(Path.GetFileName(folder), DurableFile.Sha256(Path.Combine(quarantine, body)));
            Assert.All(new[] { "body.json", "problems.json", "problems.txt" }, file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        }
    }

    private static void Runs(string runs)
    {
        if (!Directory.Exists(runs))
        {
            return;
        }

        foreach (var run in Directory.GetDirectories(runs).Where(run => Path.GetFileName(run)[0] != '.'))
        {
            using var provenance = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(run, "provenance.json")));
            Assert.Equal(Path.GetFileName(run), provenance.RootElement.GetProperty("runId").GetString());
            foreach (var file in provenance.RootElement.GetProperty("files").EnumerateArray())
            {
                Assert.Equal(file.GetProperty("sha256").GetString(), DurableFile.Sha256(Path.Combine(run, file.GetProperty("path").GetString()!)));
            }
        }

        if (File.Exists(Path.Combine(runs, "latest.json")))
        {
            Assert.True(Directory.Exists(new RunFolders(runs).Existing(null)));
        }
    }
}
