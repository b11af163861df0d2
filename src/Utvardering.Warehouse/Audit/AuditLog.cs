using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Warehouse.Audit;

/// <summary>
/// Who did what with which data: entries are only ever added, each carries the hash of the one before, and each is on the
/// disk before the call returns. Several processes may write, one at a time.
/// </summary>
/// <param name="folder"><c>&lt;data root&gt;/audit</c>.</param>
/// <param name="clock">Gives the entries' times.</param>
/// <param name="fileLimit">A file that is as large as this or larger is followed by a new one; the chain goes on in it.</param>
/// <param name="patience">How long to wait for another writer; 30 seconds when null.</param>
public sealed class AuditLog(string folder, TimeProvider clock, long fileLimit = 16 << 20, TimeSpan? patience = null)
{
    /// <summary>The action of the entry that says that a line was cut off which a crash had left unfinished.</summary>
    public const string Repaired = "audit-repaired";

    private readonly AuditFolder files = new(folder);

    /// <summary>The newest entry's number and hash: worth keeping outside this machine. Null when there is none.</summary>
    public AuditHead? Head => files.ReadHead();

    /// <exception cref="ArgumentException">The event holds something else than names, codes and hashes.</exception>
    /// <exception cref="InputException">The log is held, can't be written, or was tampered with.</exception>
    public AuditEntry Append(AuditEvent what)
    {
        what.Check();
        using var held = files.Hold(patience ?? TimeSpan.FromSeconds(30));
        var tail = AuditTail.Find(files);
        var head = tail.Head;
        if (head != files.ReadHead())
        {
            // A crash left an entry that the head doesn't know. One is a crash's leftover and two are a fault, so it is told before the next.
            files.WriteHead(head!);
        }

        if (tail.UnfinishedBytes > 0)
        {
            head = Repair(tail);
        }

        return Write(what, ref head, tail.File);
    }

    /// <summary>All entries, oldest first, as they stand; <see cref="Verify"/> says whether they can be trusted.</summary>
    public IEnumerable<AuditEntry> Read() => AuditVerifier.Lines(files).Select(line => line.Entry).OfType<AuditEntry>();

    /// <summary>Finds every entry that was changed, removed, inserted or moved.</summary>
    public AuditVerification Verify()
    {
        if (!Directory.Exists(files.Path))
        {
            return new(0, []);
        }

        using var held = files.Hold(patience ?? TimeSpan.FromSeconds(30));
        return AuditVerifier.Verify(files);
    }

    /// <summary>Removes what a writer that died has left beside the head. Waits for other writers.</summary>
    public void Sweep()
    {
        if (Directory.Exists(files.Path))
        {
            using var held = files.Hold(patience ?? TimeSpan.FromSeconds(30));
            DurableFile.Sweep(files.Path);
        }
    }

    private AuditHead? Repair(AuditTail tail)
    {
        using (var stream = new FileStream(files[tail.File!], FileMode.Open, FileAccess.Write, FileShare.Read))
        {
            stream.SetLength(stream.Length - tail.UnfinishedBytes);
            stream.Flush(flushToDisk: true);
        }

        var head = tail.Head;
        Write(new("utvardering", Repaired, null, null, "unfinished-line-cut", [$"bytes:{tail.UnfinishedBytes}"]), ref head, tail.File);
        return head;
    }

    private AuditEntry Write(AuditEvent what, ref AuditHead? head, string? last)
    {
        var entry = AuditLine.Next((head?.Entries ?? 0) + 1, head?.Hash ?? AuditEntry.NothingBefore, clock.GetUtcNow(), what);
        var file = FileFor(last);
        long length;
        using (var stream = new FileStream(files[file], FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            stream.Write([.. AuditLine.Write(entry), (byte)'\n']);
            stream.Flush(flushToDisk: true);
            length = stream.Length;
        }

        DurableFile.SyncFolder(files.Path);
        FaultPoint.Reach(FaultPlaces.AuditAppended);
        head = new(entry.Number, entry.Hash, file, length);
        files.WriteHead(head);
        return entry;
    }

    private string FileFor(string? last) =>
        last is null ? AuditFolder.FileName(1)
        : new FileInfo(files[last]).Length < fileLimit ? last
        : AuditFolder.FileAfter(last);
}
