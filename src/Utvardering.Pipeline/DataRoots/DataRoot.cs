using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Audit;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.DataRoots;

/// <summary>
/// The folder that holds landing, lake, warehouse and runs; written by one run at a time. On one machine the writer holds it by a lock of
/// the operating system; on several by a lease, whose fence is asked before anything is published.
/// </summary>
public sealed class DataRoot : IDisposable
{
    private const string Marker = "dataroot.json";
    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FileStream? held;

    private DataRoot(string path, FileStream? held, WriterFence fence)
    {
        Path = path;
        this.held = held;
        Fence = fence;
    }

    /// <summary>The name of a warehouse that is being built is the warehouse's, this, and something of its own.</summary>
    internal const string Building = ".building-";

    /// <summary>Asked before anything is published.</summary>
    public WriterFence Fence { get; }

    public string Path { get; }

    public string Lake => System.IO.Path.Combine(Path, "lake");

    public string Warehouse => System.IO.Path.Combine(Path, "warehouse.duckdb");

    /// <summary>Studies kept from one evaluation to the next; may be thrown away.</summary>
    public string Evaluated => System.IO.Path.Combine(Path, "evaluated");

    public string Runs => System.IO.Path.Combine(Path, "runs");

    /// <summary>Takes the folder for a run, and makes it where it is not.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="profile">A folder holds one profile's data: made-up and real figures never lie in the same lake.</param>
    /// <param name="mark">What made-up figures are marked with, or null; it stands in the folder's own file too.</param>
    /// <param name="lease">The fence of a lease that says who writes; null: the operating system's lock says it. A folder is once and for all one or the other.</param>
    /// <exception cref="InputException">Another run holds the folder, it holds another profile's data, it is written in the other way, or it can't be made.</exception>
    public static DataRoot Take(string path, string profile, string? mark = null, WriterFence? lease = null)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            DurableFile.CreateFolder(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The data root {path} can't be made: {fault.Message} Choose another with --data.", fault);
        }

        var root = new DataRoot(path, lease is null || !IsBound(path) ? Hold(path) : null, lease ?? WriterFence.ByLock);
        try
        {
            root.Bind(profile, mark, lease is not null);
            return root;
        }
        catch
        {
            root.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Removes everything that a process which died here has left half-made, and under a lease also what one that lost it still makes:
    /// it has nothing to publish then. Lock or lease say that no other is at work, but for the audit log, which has its own lock.
    /// </summary>
    public void Sweep()
    {
        DurableFile.Sweep(Path, SearchOption.TopDirectoryOnly);
        foreach (var part in new[] { "landing", "quarantine", "sources", "runs" })
        {
            DurableFile.Sweep(System.IO.Path.Combine(Path, part));
        }

        new AuditLog(System.IO.Path.Combine(Path, "audit"), TimeProvider.System).Sweep();
        LandingStore.Sweep(System.IO.Path.Combine(Path, "landing"));
        new LakeStore(Lake).SweepStaging(held: Fence != WriterFence.ByLock);
        foreach (var left in Directory.GetFiles(Path, System.IO.Path.GetFileName(Warehouse) + Building + "*"))
        {
            File.Delete(left);
        }

        // What did not fit in memory while it was built.
        foreach (var spilled in Directory.GetDirectories(Path, System.IO.Path.GetFileName(Warehouse) + Building + "*"))
        {
            Directory.Delete(spilled, recursive: true);
        }

        new RunFolders(this).Sweep();
    }

    public void Dispose() => held?.Dispose();

    // The lock is the operating system's: it goes with the process, however that ends. The file stays, so that two runs never lock different files.
    private static FileStream Hold(string path)
    {
        var file = System.IO.Path.Combine(path, ".lock");
        try
        {
            var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            stream.Write(System.Text.Encoding.UTF8.GetBytes($"{Environment.ProcessId}\n"));
            stream.Flush();
            return stream;
        }
        catch (IOException fault)
        {
            throw new InputException($"Another run holds {path}. Wait until it has ended, or choose another data root with --data.", fault) { Passes = true };
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InputException($"The data root {path} can't be written: {fault.Message} Choose another with --data.", fault);
        }
    }

    private static bool IsBound(string path) => File.Exists(System.IO.Path.Combine(path, Marker));

    private void Bind(string profile, string? mark, bool leased)
    {
        var marker = System.IO.Path.Combine(Path, Marker);
        if (!File.Exists(marker))
        {
            DurableFile.Write(marker, JsonSerializer.SerializeToUtf8Bytes(new { profile, mark, writer = leased ? "lease" : "lock" }, JsonOptions), FaultPlaces.RootMarker);
            return;
        }

        using var found = JsonDocument.Parse(File.ReadAllBytes(marker));
        var bound = found.RootElement.GetProperty("profile").GetString();
        if (bound != profile)
        {
            throw new InputException($"{Path} holds data of the profile '{bound}', and this run is of '{profile}'. Made-up and real figures are not mixed: choose another data root with --data.");
        }

        // Folders from before leases were known say nothing.
        if ((found.RootElement.TryGetProperty("writer", out var writer) ? writer.GetString() : "lock") is var how && how != (leased ? "lease" : "lock"))
        {
            throw new InputException(leased
                ? $"{Path} was begun by one machine alone (a lock says who writes), and several machines can't write it. Stop what runs on it, change \"writer\" in {marker} to \"lease\", and start again; or choose another data root with --data."
                : $"{Path} is written by the jobs of several machines (a lease in PostgreSQL says who). Ask for the run with 'utvardering jobs run', or choose another data root with --data.");
        }
    }
}
