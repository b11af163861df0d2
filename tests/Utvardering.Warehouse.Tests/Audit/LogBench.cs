using Utvardering.Testing;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Warehouse.Tests.Audit;

/// <summary>A log in a folder of its own, whose clock goes a second with each look.</summary>
internal sealed class LogBench : TimeProvider, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private int looks;

    public string Folder => folder["audit"];

    public AuditLog Log => new(Folder, this);

    /// <summary>So small that each file takes about two entries.</summary>
    public AuditLog OfSmallFiles => new(Folder, this, fileLimit: 500);

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref looks));

    public static AuditEvent Event(string action = "delivery-refused") =>
        new("Åsa Öberg", action, "deliveries", new string('a', 64), "refused", ["personal-number"]);

    public LogBench With(int entries, bool smallFiles = false)
    {
        for (var i = 0; i < entries; i++)
        {
            (smallFiles ? OfSmallFiles : Log).Append(Event($"step-{i + 1}"));
        }

        return this;
    }

    public string FirstFile => Path.Combine(Folder, "audit-000001.jsonl");

    public List<string> Lines() => [.. File.ReadAllLines(FirstFile)];

    /// <summary>Writes the lines as someone with an editor would.</summary>
    public AuditVerification VerifyAfter(IEnumerable<string> lines)
    {
        File.WriteAllText(FirstFile, string.Concat(lines.Select(line => line + "\n")));
        return Log.Verify();
    }

    public void Dispose() => folder.Dispose();
}
