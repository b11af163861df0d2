namespace Utvardering.Warehouse.Audit;

/// <summary>What stands after the head: what a crash left between writing an entry and writing the head.</summary>
/// <param name="Head">The head, moved on over whole entries that follow it; null when there is no entry.</param>
/// <param name="File">The file to go on in; null when there is none.</param>
/// <param name="UnfinishedBytes">Bytes at the end of that file that are no whole line.</param>
internal sealed record AuditTail(AuditHead? Head, string? File, long UnfinishedBytes)
{
    /// <exception cref="InputException">Entries that the head knows are gone, or what follows it is not a crash's leftover.</exception>
    public static AuditTail Find(AuditFolder folder)
    {
        var (files, head) = (folder.Files(), folder.ReadHead());
        if (head is not null && (!files.Contains(head.File) || new FileInfo(folder[head.File]).Length < head.Length))
        {
            throw Broken(folder, $"entries up to {head.Entries} were written, and {head.File} ends before the last of them");
        }

        var tail = new AuditTail(head, head?.File, 0);
        foreach (var file in files.Where(file => head is null || string.CompareOrdinal(file, head.File) >= 0))
        {
            if (tail.UnfinishedBytes > 0)
            {
                throw Broken(folder, $"{tail.File} ends within a line, and {file} follows it");
            }

            tail = tail.GoOn(folder, file);
        }

        // One entry can be ahead of the head, since the head is written after each.
        return (tail.Head?.Entries ?? 0) - (head?.Entries ?? 0) <= 1
            ? tail
            : throw Broken(folder, $"there are more entries than the {head?.Entries ?? 0} that its head file knows");
    }

    private AuditTail GoOn(AuditFolder folder, string file)
    {
        var head = Head;
        var start = head is not null && head.File == file ? head.Length : 0;
        var bytes = ReadFrom(folder[file], start);
        var at = 0;
        for (int end; (end = bytes.AsSpan(at).IndexOf((byte)'\n')) >= 0; at += end + 1)
        {
            var entry = AuditLine.Read(bytes.AsSpan(at, end));
            if (entry is null || entry.Previous != (head?.Hash ?? AuditEntry.NothingBefore) || entry.Hash != AuditLine.HashOf(entry))
            {
                throw Broken(folder, $"a line of {file} does not follow entry {head?.Entries ?? 0}");
            }

            head = new(entry.Number, entry.Hash, file, start + at + end + 1);
        }

        return new(head, file, bytes.Length - at);
    }

    private static byte[] ReadFrom(string path, long start)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length - start];
        stream.Position = start;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static InputException Broken(AuditFolder folder, string what) => new(
        $"The audit log in {folder.Path} is not whole: {what}. Nothing more is written to it. Verify it, find out who changed it, and restore it from a backup.");
}
