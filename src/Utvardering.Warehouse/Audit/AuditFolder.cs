using System.Globalization;
using System.Text.Json;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Audit;

/// <summary>The files of a log: <c>audit-000001.jsonl</c> and on, <c>head.json</c>, and the lock that a writer holds.</summary>
internal sealed class AuditFolder(string path)
{
    private const string HeadFile = "head.json";
    private const string LockFile = ".lock";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public static string FileName(int number) => string.Create(CultureInfo.InvariantCulture, $"audit-{number:D6}.jsonl");

    public static string FileAfter(string file) => FileName(int.Parse(file.AsSpan("audit-".Length, 6), CultureInfo.InvariantCulture) + 1);

    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>Names of the log's files, oldest first.</summary>
    public IReadOnlyList<string> Files() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "audit-*.jsonl").Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <returns>Null when nothing was written yet.</returns>
    /// <exception cref="InputException">The file is there and can't be read.</exception>
    public AuditHead? ReadHead()
    {
        if (!File.Exists(this[HeadFile]))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<AuditHead>(File.ReadAllBytes(this[HeadFile]), JsonSerializerOptions.Web) ?? throw new JsonException("It is null.");
        }
        catch (JsonException fault)
        {
            throw new InputException($"{this[HeadFile]} can't be read: {fault.Message} Restore the folder {Path} from a backup.", fault);
        }
    }

    public void WriteHead(AuditHead head) =>
        DurableFile.Write(this[HeadFile], JsonSerializer.SerializeToUtf8Bytes(head, JsonSerializerOptions.Web), FaultPlaces.AuditHead);

    /// <summary>Waits until no other writer, in this process or another, holds the log.</summary>
    /// <exception cref="InputException">It is still held when the patience ends, or can't be written to.</exception>
    public FileStream Hold(TimeSpan patience)
    {
        Directory.CreateDirectory(Path);
        var file = this[LockFile];
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                // The lock goes with the process, however it ends; the file stays, so that two writers never lock different ones.
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException fault)
            {
                throw new InputException($"The audit log in {Path} can't be written: {fault.Message} Give this user the right to write there; nothing is done unrecorded.", fault);
            }
            catch (IOException fault) when (waited.Elapsed > patience)
            {
                throw new InputException($"The audit log in {Path} has been held by another writer for {patience.TotalSeconds:0} seconds. End that program and try again; nothing is done unrecorded.", fault);
            }
            catch (IOException)
            {
                Thread.Sleep(5);
            }
        }
    }
}
