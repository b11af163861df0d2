namespace Utvardering.Warehouse.Audit;

/// <summary>Walks the chain. After a fault it goes on from what stands there, so that each fault is told once.</summary>
internal static class AuditVerifier
{
    /// <summary>The log's lines, oldest first. <c>Entry</c> is null where a line is none, <c>Ended</c> false where it has no line break.</summary>
    public static IEnumerable<(string File, long Line, AuditEntry? Entry, bool Ended)> Lines(AuditFolder folder)
    {
        foreach (var file in folder.Files())
        {
            var bytes = File.ReadAllBytes(folder[file]);
            var line = 0L;
            for (var at = 0; at < bytes.Length; line++)
            {
                var length = bytes.AsSpan(at).IndexOf((byte)'\n');
                var ended = length >= 0;
                length = ended ? length : bytes.Length - at;
                yield return (file, line + 1, ended ? AuditLine.Read(bytes.AsSpan(at, length)) : null, ended);
                at += length + 1;
            }
        }
    }

    public static AuditVerification Verify(AuditFolder folder)
    {
        var problems = new List<AuditProblem>();
        var (entries, number, hash) = (0L, 0L, AuditEntry.NothingBefore);
        var (lastFile, lastLine) = (AuditFolder.FileName(1), 0L);
        foreach (var (file, line, entry, ended) in Lines(folder))
        {
            (lastFile, lastLine) = (file, line);
            if (entry is null)
            {
                problems.Add(ended
                    ? new(file, line, null, AuditFault.Unreadable, $"{file}, line {line}: this is not an entry as it was written; entry {number + 1} was expected.")
                    : new(file, line, null, AuditFault.Unfinished, $"{file}, line {line}: the line has no end. The next entry cuts it off if a crash left it."));

                // Its hash can't be known: the next entry's word is taken for it.
                (number, hash) = ended ? (number + 1, "") : (number, hash);
                continue;
            }

            entries++;
            var fault = Fault(entry, number, hash);
            if (fault is var (what, message))
            {
                problems.Add(new(file, line, entry.Number, what, $"{file}, line {line}: {message}"));
            }

            (number, hash) = fault?.What switch
            {
                // A changed entry's own number can't be trusted; its hash is what the next one carries.
                AuditFault.Changed => (number + 1, entry.Hash),
                AuditFault.OutOfOrder => (number, hash),
                _ => (entry.Number, entry.Hash),
            };
        }

        if (EndFault(folder.ReadHead(), number, hash) is var (end, said))
        {
            problems.Add(new(lastFile, lastLine, null, end, $"After {lastFile}, line {lastLine}: {said}"));
        }

        return new(entries, problems);
    }

    // By the newest entry's number and not by the count: an entry that was removed earlier is told there.
    private static (AuditFault What, string Message)? EndFault(AuditHead? head, long number, string hash)
    {
        if (head is null)
        {
            // A crash can leave the first entry without a head, no more.
            return number > 1 ? (AuditFault.EndRemoved, "the head file is gone, so that nobody can tell whether newer entries are too.") : null;
        }

        if (head.Entries > number)
        {
            return (AuditFault.EndRemoved, $"entries {number + 1} to {head.Entries} are gone.");
        }

        return head.Entries == number && hash.Length > 0 && head.Hash != hash
            ? (AuditFault.NotFollowing, $"entry {number} is another than the one the head file knows.")
            : null;
    }

    private static (AuditFault What, string Message)? Fault(AuditEntry entry, long number, string hash)
    {
        if (AuditLine.HashOf(entry) != entry.Hash)
        {
            return (AuditFault.Changed, $"entry {entry.Number} was changed: its content does not give its hash.");
        }

        if (entry.Number > number + 1)
        {
            return (AuditFault.Removed, $"entries {number + 1} to {entry.Number - 1} are gone before this one.");
        }

        if (entry.Number <= number)
        {
            return (AuditFault.OutOfOrder, $"entry {entry.Number} stands after entry {number}.");
        }

        return hash.Length > 0 && entry.Previous != hash
            ? (AuditFault.NotFollowing, $"entry {entry.Number} does not carry the hash of entry {number}: that one was rewritten, or this one put in.")
            : null;
    }
}
