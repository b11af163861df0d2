using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Landing;

/// <summary>
/// <c>landing/&lt;source&gt;/&lt;sha256&gt;</c>: the bytes of every response and file as they came, with <c>.json</c> beside.
/// The same bytes are kept once. Nothing is parsed on the way in.
/// </summary>
/// <param name="root"><c>&lt;data root&gt;/landing</c>.</param>
public sealed partial class LandingStore(string root, string source)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private const string StagingArea = ".staging";

    // Bodies may be landed at the same time, but not the same one twice.
    private readonly Lock[] guards = [.. Enumerable.Range(0, 16).Select(_ => new Lock())];

    private readonly string folder = Path.Combine(Path.GetFullPath(root), source);
    private readonly string area = Path.Combine(Path.GetFullPath(root), StagingArea);

    /// <summary><c>landing/&lt;source&gt;</c>.</summary>
    internal string Folder => folder;

    /// <summary>Removes what a crash has left half-written.</summary>
    public void SweepStaging() => StagingFolder.Sweep(area);

    /// <summary>
    /// Removes all that crashes have left in the landing of every source: what is half-written, and records whose body never came.
    /// Only for a process that has the data root to itself.
    /// </summary>
    /// <param name="root"><c>&lt;data root&gt;/landing</c>; it may be absent.</param>
    public static void Sweep(string root)
    {
        StagingFolder.Sweep(Path.Combine(root, StagingArea));
        foreach (var record in Directory.Exists(root) ? Directory.GetFiles(root, "*.json", SearchOption.AllDirectories) : [])
        {
            if (RecordName().IsMatch(Path.GetFileName(record)) && !File.Exists(Path.ChangeExtension(record, null)))
            {
                File.Delete(record);
            }
        }
    }

    public LandedBody Keep(WebRequest request, WebAnswer answer)
    {
        using var bytes = new MemoryStream(answer.Body, writable: false);
        return Keep(bytes, new(request.Address.AbsoluteUri, request.JsonBody, answer.Retrieved, answer.Status, answer.ContentType));
    }

    public LandedBody Keep(OriginFile file)
    {
        using var bytes = file.Open();
        return Keep(bytes, new(file.RelativePath, null, file.Retrieved, null, null));
    }

    /// <summary>A body that is held already; null when it is not there any more, or damaged: then it is removed, to be landed again.</summary>
    internal LandedBody? Find(WebRequest request, HeldAnswer held)
    {
        var file = Path.Combine(folder, held.Sha256);
        if (!File.Exists(file))
        {
            return null;
        }

        if (DurableFile.Sha256(file) != held.Sha256)
        {
            File.Delete(file);
            return null;
        }

        return new(held.Sha256, request.Address.AbsoluteUri, held.Retrieved, file, new FileInfo(file).Length, held.Status, held.ContentType);
    }

    /// <summary>What stands beside a kept body.</summary>
    public static LandingRecord ReadRecord(string bodyFile) =>
        JsonSerializer.Deserialize<LandingRecord>(File.ReadAllBytes(bodyFile + ".json"), Options)
        ?? throw new InvalidDataException($"{bodyFile}.json holds no landing record.");

    internal static void WriteRecord(string place, LandingRecord record) => DurableFile.Write(place, JsonSerializer.SerializeToUtf8Bytes(record, Options));

    private LandedBody Keep(Stream bytes, LandingRetrieval retrieval)
    {
        DurableFile.CreateFolder(folder);
        using var staging = new StagingFolder(area);
        var part = Path.Combine(staging.Path, "body");
        var (sha256, size) = Copy(bytes, part);
        var file = Path.Combine(folder, sha256);
        FaultPoint.Reach(FaultPlaces.LandingStaged);
        lock (guards[Convert.ToInt32(sha256[..1], 16)])
        {
            // The record comes before the bytes: a body without a record is never seen.
            Record(file, staging, new(sha256, size, [retrieval]));
            FaultPoint.Reach(FaultPlaces.LandingRecorded);
            if (!File.Exists(file))
            {
                File.Move(part, file);
            }
        }

        DurableFile.SyncFolder(folder);
        FaultPoint.Reach(FaultPlaces.LandingPlaced);

        return new(sha256, retrieval.Origin, retrieval.Retrieved, file, size, retrieval.Status, retrieval.ContentType);
    }

    private static (string Sha256, long Size) Copy(Stream from, string to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var stream = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var (buffer, other, hashing) = (new byte[1 << 16], new byte[1 << 16], Task.CompletedTask);
        for (int read; (read = from.Read(buffer)) > 0; (buffer, other) = (other, buffer))
        {
            // One piece is hashed while it is written and the next one read.
            hashing.Wait();
            var piece = buffer.AsMemory(0, read);
            hashing = Task.Run(() => hash.AppendData(piece.Span));
            stream.Write(piece.Span);
        }

        hashing.Wait();
        stream.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), stream.Length);
    }

    /// <summary>Adds a retrieval to the record, which is written in the staging area so that a crash leaves nothing beside the bodies.</summary>
    private static void Record(string file, StagingFolder staging, LandingRecord came)
    {
        var place = file + ".json";
        var known = File.Exists(place) ? ReadRecord(file) : null;
        if (known is not null && known.And(came).Retrievals.Count == known.Retrievals.Count)
        {
            return;
        }

        var written = Path.Combine(staging.Path, "record.json");
        using (var stream = new FileStream(written, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, known?.And(came) ?? came, Options);
            stream.Flush(flushToDisk: true);
        }

        File.Move(written, place, overwrite: true);
    }

    [GeneratedRegex("^[0-9a-f]{64}[.]json$")]
    private static partial Regex RecordName();
}
