namespace Utvardering.Warehouse.Audit;

/// <summary>
/// The newest entry that is known to be on the disk, in <c>head.json</c>. The chain alone can't show that its last entries were
/// removed; this can, and a copy of it kept elsewhere shows a chain rewritten from some entry on.
/// </summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Hash">Of the newest.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Length">Bytes of that file, up to the end of the entry.</param>
public sealed record AuditHead(long Entries, string Hash, string File, long Length);
