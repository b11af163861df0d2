using Utvardering.Ingestion.Sealing;
using Utvardering.Ingestion.Tests.PersonalData;
using Utvardering.Ingestion.Tests.Sealing;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>A refused file lies in the input folder until its sender takes it away: every run tells of it, and it is decided on once.</summary>
public sealed class DecidedOnceTests : IDisposable
{
    private readonly Bench bench = new();

    private static InventedNumber Nobody { get; } = InventedNumber.Draw(new Random(17), letters: false) with { Coordination = false };

    private static string Number => $"{Nobody.Year}{Nobody.Month}{Nobody.Day}-{Nobody.Last}";

    private static string Leaking => DeliveryRows.File(DeliveryRows.Good.Replace(";12;", $";{Number};", StringComparison.Ordinal));

    [Fact]
    public async Task A_refused_file_that_still_lies_there_is_told_by_every_run_and_decided_on_once()
    {
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        bench.Put("deliveries/1490.csv", Leaking);
        var first = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        var kept = DataTree.Files(Path.GetDirectoryName(first.ReportFile)!).ToDictionary(file => file, File.ReadAllBytes);
        bench.Clock.Time += TimeSpan.FromDays(1);
        var second = await bench.IngestAsync("deliveries");

        Assert.Equal(first.Sha256, Assert.Single(second.Refused).Sha256);
        Assert.NotEmpty(second.Warnings);
        Assert.Single(Decisions());
        Assert.All(kept.Where(file => Path.GetFileName(file.Key) is "sealed.bin" or "decision.json"), file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public async Task The_same_bytes_under_another_name_that_is_itself_a_finding_are_two_decisions_and_no_more()
    {
        bench.Put("deliveries/1490.csv", Leaking);
        bench.Put($"deliveries/{Number}.csv", Leaking);
        await bench.IngestAsync("deliveries");
        await bench.IngestAsync("deliveries");
        Assert.Equal(["personal-number:1", "personal-number:2"], Decisions().Select(decision => decision.Event.Reasons[0]));
    }

    [Fact]
    public async Task Another_fate_is_another_decision_and_so_is_the_first_one_again()
    {
        bench.Put("deliveries/1490.csv", Leaking);
        await bench.IngestAsync("deliveries");
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(refused.ReportFile)!, "sealed.bin")));
        bench.Variables.Clear();
        await bench.IngestAsync("deliveries");
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(refused.ReportFile)!, "sealed.bin")));
        Assert.Equal(["destroyed", "sealed", "destroyed"], Decisions().Select(decision => decision.Event.Decision));
    }

    [Fact]
    public async Task What_was_destroyed_by_hand_is_not_sealed_again()
    {
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        bench.Put("deliveries/1490.csv", Leaking);
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        new RefusedBytes(Path.Combine(bench.DataRoot, "quarantine"), Keys.Of("2026"), bench.Clock).Destroy("deliveries", refused.Sha256);
        await bench.IngestAsync("deliveries");
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(refused.ReportFile)!, "sealed.bin")));
        Assert.Single(Decisions());
    }

    public void Dispose() => bench.Dispose();

    private List<AuditEntry> Decisions() => [.. new AuditLog(Path.Combine(bench.DataRoot, "audit"), bench.Clock).Read()];
}
