using System.Text;
using Utvardering.Ingestion.Sealing;
using Utvardering.Ingestion.Tests.PersonalData;
using Utvardering.Ingestion.Tests.Sealing;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Audit;

namespace Utvardering.Ingestion.Tests.Deliveries;

/// <summary>What happens to a delivered file that holds personal data: it is refused whole, and its value is nowhere.</summary>
public sealed class GateInTheWayTests : IDisposable
{
    private readonly Bench bench = new();

    private static InventedNumber Nobody { get; } = InventedNumber.Draw(new Random(7), letters: false) with { Coordination = false };

    /// <summary>Twelve digits with a hyphen, of nobody.</summary>
    private static string Number => $"{Nobody.Year}{Nobody.Month}{Nobody.Day}-{Nobody.Last}";

    private static string Leaking => DeliveryRows.File(DeliveryRows.Good, DeliveryRows.Good.Replace(";12;", $";{Number};", StringComparison.Ordinal));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task No_file_under_the_data_root_holds_the_value(string encoding)
    {
        bench.Put("deliveries/1490.csv", Leaking.Replace('–', '-'), Encoding.GetEncoding(encoding));
        bench.Put("deliveries/0305.csv", DeliveryRows.File("0305" + DeliveryRows.Good[4..]));
        var outcome = await bench.IngestAsync("deliveries");

        Assert.Equal("deliveries/1490.csv", Assert.Single(outcome.Refused).Origin);
        Assert.NotEmpty(DataTree.FilesWith(bench.Input, "kommunkod"));
        AssertNowhere(Number, Nobody.Last, Number.Replace("-", "", StringComparison.Ordinal));
        Assert.Null(outcome.Vintage);
    }

    [Fact]
    public async Task The_report_tells_place_and_kind_and_what_became_of_the_file()
    {
        bench.Put("deliveries/1490.csv", Leaking);
        var outcome = await bench.IngestAsync("deliveries");
        var report = Bench.Report(outcome);
        Assert.Contains("Rad 3, kolumn antal: Här står ett personnummer.", report, StringComparison.Ordinal);
        Assert.Contains("Ingen krypteringsnyckel är inställd, så filen har inte sparats.", report, StringComparison.Ordinal);
        Assert.DoesNotContain("värde \"", report, StringComparison.Ordinal);
        var folder = Path.GetDirectoryName(outcome.Refused[0].ReportFile)!;
        Assert.Equal(["decision.json", "problems.html", "problems.json", "problems.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains(outcome.Warnings, warning => warning.Contains("no key is configured", StringComparison.Ordinal) && warning.Contains("input folder", StringComparison.Ordinal));
        Assert.Equal(RefusalMode.Destroyed, outcome.Refused[0].PersonalData);
    }

    [Fact]
    public async Task With_a_key_the_sender_can_have_the_bytes_back()
    {
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        bench.Put("deliveries/1490.csv", Leaking);
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);

        AssertNowhere(Number);
        Assert.Equal(RefusalMode.Sealed, refused.PersonalData);
        var bytes = new RefusedBytes(Path.Combine(bench.DataRoot, "quarantine"), Keys.Of("2026"), bench.Clock).Return("deliveries", refused.Sha256);
        Assert.Equal(Leaking, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task The_decision_stands_in_the_audit_log()
    {
        bench.Put("deliveries/1490.csv", Leaking);
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        var log = new AuditLog(Path.Combine(bench.DataRoot, "audit"), bench.Clock);
        var entry = Assert.Single(log.Read());
        Assert.Equal(("delivery-refused", "deliveries", refused.Sha256, "destroyed"), (entry.Event.Action, entry.Event.Source, entry.Event.Sha256, entry.Event.Decision));
        Assert.Equal("personal-number:1", entry.Event.Reasons[0]);
        Assert.Matches("^contract:[0-9a-f]{16}$", Assert.Single(entry.Event.Reasons.Skip(1)));
        Assert.Empty(log.Verify().Problems);
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_decision_cannot_be_written_down()
    {
        // A folder in the place of the log's first file: the log can't be written.
        Directory.CreateDirectory(Path.Combine(bench.DataRoot, "audit", "audit-000001.jsonl"));
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        bench.Put("deliveries/1490.csv", Leaking);
        await Assert.ThrowsAnyAsync<Exception>(() => bench.IngestAsync("deliveries"));
        Assert.False(Directory.Exists(Path.Combine(bench.DataRoot, "quarantine")));
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));
    }

    [Fact]
    public async Task An_end_between_decision_and_sealing_leaves_nothing_readable_and_the_next_run_does_what_was_decided()
    {
        bench.Variables[EncryptionKeys.Variable] = $"2026:{Keys.Base64("2026")}";
        bench.Put("deliveries/1490.csv", Leaking);
        // A file in the place of the quarantine's folder: writing ends right after the log.
        Directory.CreateDirectory(bench.DataRoot);
        File.WriteAllText(Path.Combine(bench.DataRoot, "quarantine"), "");
        await Assert.ThrowsAnyAsync<IOException>(() => bench.IngestAsync("deliveries"));
        AssertNowhere(Number);
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));

        File.Delete(Path.Combine(bench.DataRoot, "quarantine"));
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(refused.ReportFile)!, "sealed.bin")));
        Assert.Single(new AuditLog(Path.Combine(bench.DataRoot, "audit"), bench.Clock).Read());
    }

    [Fact]
    public async Task A_refusal_is_told_though_the_other_files_were_read_before()
    {
        bench.Definitions = "the same";
        bench.Put("deliveries/0305.csv", DeliveryRows.File("0305" + DeliveryRows.Good[4..]));
        var first = await bench.IngestAsync("deliveries");
        bench.Put("deliveries/1490.csv", Leaking);
        var second = await bench.IngestAsync("deliveries");
        Assert.Single(second.Refused);
        Assert.Equal(first.Vintage, second.Vintage);
    }

    [Fact]
    public async Task Copies_from_before_the_rules_knew_are_removed()
    {
        bench.Put("deliveries/1490.csv", Leaking);
        var sha256 = Assert.Single((await bench.IngestAsync("deliveries")).Refused).Sha256;
        foreach (var copy in new[] { Path.Combine("landing", "deliveries", sha256), Path.Combine("landing", "deliveries", sha256 + ".json"), Path.Combine("quarantine", "deliveries", sha256, "body") })
        {
            var file = Path.Combine(bench.DataRoot, copy);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, Leaking);
        }

        await bench.IngestAsync("deliveries");
        AssertNowhere(Number);
    }

    [Fact]
    public async Task A_file_name_or_folder_with_personal_data_is_never_shown()
    {
        bench.Put($"deliveries/{Number}.csv", DeliveryRows.File(DeliveryRows.Good));
        bench.Put($"deliveries/{Number}/1490.csv", DeliveryRows.File(DeliveryRows.Good.Replace("12", "13", StringComparison.Ordinal)));
        var outcome = await bench.IngestAsync("deliveries");
        Assert.Equal(2, outcome.Refused.Count);
        Assert.All(outcome.Refused, refused => Assert.DoesNotContain(Nobody.Last, refused.Origin, StringComparison.Ordinal));
        Assert.All(outcome.Warnings, warning => Assert.DoesNotContain(Nobody.Last, warning, StringComparison.Ordinal));
        AssertNowhere(Number);
    }

    [Theory]
    [InlineData("kommunkod;kvartal;åldersgrupp;kön;mått;antal;av;anteckning\n1490;2024K1;13-15;pojkar;orosanmalningar;12;;Anna är orolig\n", "unknown-column")]
    [InlineData("kommunkod;kvartal;åldersgrupp;kön;mått;antal;Anna Annasson\n1490;2024K1;13-15;pojkar;orosanmalningar;12;\n", "unknown-column")]
    [InlineData("kommunkod;kvartal;åldersgrupp;kön;mått;antal;av\n1490;2024K1;13-15;Anna bor hos sin mormor på Storgatan och har inte varit i skolan sedan i höstas, vilket skolan anmälde;orosanmalningar;12;\n", "free-text")]
    [InlineData("kommunkod;kvartal;åldersgrupp;kön;mått;antal;av\n1490;2024K1;13-15;anna@example.se;orosanmalningar;12;\n", "email")]
    public async Task Texts_that_the_contract_does_not_name_refuse_the_file_unshown(string text, string rule)
    {
        bench.Put("deliveries/1490.csv", text);
        var refused = Assert.Single((await bench.IngestAsync("deliveries")).Refused);
        Assert.NotNull(refused.PersonalData);
        Assert.Contains($"av slaget {rule}", File.ReadAllText(refused.ReportFile), StringComparison.Ordinal);
        AssertNowhere("Anna", "anna");
    }

    [Theory]
    [InlineData("%PDF-1.7\n\0\u0001binary")]
    [InlineData("PK\u0003\u0004 not really a zip")]
    public async Task What_cannot_be_read_cannot_be_judged_and_is_refused(string text)
    {
        bench.Put("deliveries/1490.csv", text);
        Assert.Contains("går inte att läsa som CSV, XLSX eller XLS", Bench.Report(await bench.IngestAsync("deliveries")), StringComparison.Ordinal);
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));
    }

    [Fact]
    public async Task What_an_authority_publishes_is_not_judged()
    {
        const string Answer = """{"values": [], "contact": "statistik@example.se"}""";
        await Assert.ThrowsAnyAsync<Exception>(() => bench.IngestAsync("kolada-groups", new Replay(bench.Clock).AnswersAll("", _ => Answer)));
        Assert.NotEmpty(DataTree.FilesWith(Path.Combine(bench.DataRoot, "landing"), "statistik@example.se"));
        Assert.False(Directory.Exists(Path.Combine(bench.DataRoot, "audit")));
    }

    [Fact]
    public async Task A_broken_key_stops_the_run_before_anything_is_read()
    {
        bench.Variables[EncryptionKeys.Variable] = "2026:short";
        bench.Put("deliveries/1490.csv", Leaking);
        await Assert.ThrowsAsync<InputException>(() => bench.IngestAsync("deliveries"));
        Assert.Empty(DataTree.Files(Path.Combine(bench.DataRoot, "landing")));
    }

    public void Dispose() => bench.Dispose();

    private void AssertNowhere(params string[] texts) => Assert.All(texts, text => Assert.Empty(DataTree.FilesWith(bench.DataRoot, text)));
}
