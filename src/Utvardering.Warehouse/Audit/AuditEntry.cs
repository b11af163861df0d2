namespace Utvardering.Warehouse.Audit;

/// <summary>An event as it stands in the log.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros before the first.</param>
/// <param name="Hash">SHA-256 of this entry's canonical JSON without the hash, 64 lower-case hexadecimal digits.</param>
public sealed record AuditEntry(long Number, DateTimeOffset Time, AuditEvent Event, string Previous, string Hash)
{
    /// <summary>What the first entry follows.</summary>
    public static string NothingBefore { get; } = new('0', 64);
}
