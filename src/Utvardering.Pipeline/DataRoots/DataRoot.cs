using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Ingestion.Landing;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Audit;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.DataRoots;

/// <summary>The folder that holds landing, lake, warehouse and runs; held by one run at a time.</summary>
public sealed class DataRoot : IDisposable
{
    private const string Marker = "dataroot.json";
    private static readonly JsonSerializerOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly FileStream held;

    private DataRoot(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

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
    /// <exception cref="InputException">Another run holds the folder, it holds another profile's data, or it can't be made.</exception>
    public static DataRoot Take(string path, string profile, string? mark = null)
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

        var root = new DataRoot(path, Hold(path));
        try
        {
            root.Bind(profile, mark);
            return root;
        }
        catch
        {
            root.Dispose();
            throw;
        }
    }

    /// <summary>Where the new warehouse is built before it takes the old one's place.</summary>
    public string WarehouseBuilding => Warehouse + ".building";

    /// <summary>Removes everything that a process which died here has left half-made. The lock says that no other is at work, but for the audit log, which has its own.</summary>
    public void Sweep()
    {
        DurableFile.Sweep(Path, SearchOption.TopDirectoryOnly);
        foreach (var part in new[] { "landing", "quarantine", "sources", "runs" })
        {
            DurableFile.Sweep(System.IO.Path.Combine(Path, part));
        }

        new AuditLog(System.IO.Path.Combine(Path, "audit"), TimeProvider.System).Sweep();
        LandingStore.Sweep(System.IO.Path.Combine(Path, "landing"));
        new LakeStore(Lake).SweepStaging();
        File.Delete(WarehouseBuilding);
        File.Delete(WarehouseBuilding + ".wal");
        new RunFolders(this).Sweep();
    }

    public void Dispose() => held.Dispose();

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
            throw new InputException($"Another run holds {path}. Wait until it has ended, or choose another data root with --data.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InputException($"The data root {path} can't be written: {fault.Message} Choose another with --data.", fault);
        }
    }

    private void Bind(string profile, string? mark)
    {
        var marker = System.IO.Path.Combine(Path, Marker);
        if (!File.Exists(marker))
        {
            DurableFile.Write(marker, JsonSerializer.SerializeToUtf8Bytes(new { profile, mark }, JsonOptions), FaultPlaces.RootMarker);
            return;
        }

        using var found = JsonDocument.Parse(File.ReadAllBytes(marker));
        var bound = found.RootElement.GetProperty("profile").GetString();
        if (bound != profile)
        {
            throw new InputException($"{Path} holds data of the profile '{bound}', and this run is of '{profile}'. Made-up and real figures are not mixed: choose another data root with --data.");
        }
    }
}
