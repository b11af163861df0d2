using System.Text.Json;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>The folders of runs: each is built beside its place and put there by one rename.</summary>
/// <param name="runs">The folder of all runs.</param>
/// <param name="fence">Asked before a run is published; null: the process holds the data root by a lock.</param>
public sealed class RunFolders(string runs, WriterFence? fence = null)
{
    private const string Staging = ".staging-";
    private const string Latest = "latest.json";

    public RunFolders(DataRoot root)
        : this(root.Runs, root.Fence)
    {
    }

    /// <summary>Where the run lies.</summary>
    public string Of(string runId) => Path.Combine(runs, runId);

    /// <summary>Whether the run is there, whole.</summary>
    public bool Has(string runId) => Directory.Exists(Of(runId));

    /// <summary>The run that was asked for last.</summary>
    /// <exception cref="InputException">There is none.</exception>
    private string LatestRun()
    {
        var file = Path.Combine(runs, Latest);
        if (!File.Exists(file))
        {
            throw new InputException($"There is no run in {runs}. Make one with the command 'run' (README's first command), or name the data root with --data.");
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.GetProperty("run").GetString()!;
    }

    /// <summary>The folder of a run that is there: the one named, or the one asked for last.</summary>
    /// <exception cref="InputException">There is no such run.</exception>
    public string Existing(string? runId)
    {
        runId ??= LatestRun();
        return Has(runId)
            ? Of(runId)
            : throw new InputException($"There is no run '{runId}' in {runs}. Leave --run out for the one made last.");
    }

    /// <summary>Says which run was asked for last.</summary>
    public void SetLatest(string runId)
    {
        Confirm();
        DurableFile.Write(Path.Combine(runs, Latest), JsonSerializer.SerializeToUtf8Bytes(new { run = runId }), FaultPlaces.RunLatest);
    }

    /// <summary>Removes what crashed runs have left half-made.</summary>
    public void Sweep()
    {
        foreach (var left in Directory.Exists(runs) ? Directory.GetDirectories(runs, Staging + "*") : [])
        {
            Directory.Delete(left, recursive: true);
        }
    }

    /// <summary>An empty folder to build a run in, after what crashed runs left is swept away.</summary>
    public string Begin(string runId)
    {
        DurableFile.CreateFolder(runs);
        Sweep();
        // A writer that lost the folder may still write in its own.
        var folder = Path.Combine(runs, $"{Staging}{runId}-{Guid.NewGuid():N}");
        foreach (var part in new[] { "results", "released", "report" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        return folder;
    }

    /// <summary>Puts a finished run in its place.</summary>
    public void Publish(string folder, string runId)
    {
        DurableFile.SyncTree(folder);
        FaultPoint.Reach(FaultPlaces.RunBuilt);
        Confirm();
        FaultPoint.Reach(FaultPlaces.RunConfirmed);
        Directory.Move(folder, Of(runId));
        DurableFile.SyncFolder(runs);
        FaultPoint.Reach(FaultPlaces.RunRenamed);
    }

    private void Confirm() => (fence ?? WriterFence.ByLock).Confirm();
}
