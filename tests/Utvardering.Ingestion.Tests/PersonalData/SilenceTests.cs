using System.Text.Json;
using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Sealing;
using Utvardering.Ingestion.Tests.Sealing;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>Nothing that the gate says, keeps or throws holds four digits in a row of a number it found.</summary>
public sealed class SilenceTests
{
    [Fact]
    public void No_text_of_a_report_holds_any_four_digits_of_the_number()
    {
        var random = new Random(5);
        var forms = NumberForms.Written.Concat(NumberForms.OfDigits).ToList();
        for (var i = 0; i < 3000; i++)
        {
            var number = InventedNumber.Draw(random, letters: false);
            var text = forms[i % forms.Count](number);
            var report = Gate.Judge(
                new() { Today = Gate.Today, Columns = new Dictionary<string, ColumnUse> { ["antal"] = ColumnUse.FreeTextForbidden } },
                [text, "antal", "b"],
                [[text, text, null], [null, "x", $"{text} a@b.se 070-174 06 05", text]],
                i % 2 == 0 ? text + ".csv" : "leverans.csv");

            Assert.False(report.Passed);
            var said = string.Join('\n', report.Findings.Select(finding => $"{finding} {finding.Message.Sv} {finding.Message.En}"))
                + report + JsonSerializer.Serialize(report);

            // The JSON counts findings; none of those counts has four digits.
            AssertSilent(said, number);
        }
    }

    [Fact]
    public void Row_level_data_in_a_small_group_is_told_by_place_only()
    {
        var rules = new GateRules { Today = Gate.Today, QuasiIdentifiers = ["född"], Columns = new Dictionary<string, ColumnUse> { ["född"] = ColumnUse.Scan } };
        var number = new InventedNumber(new(1985, 7, 10), false, null, 981);

        var report = Gate.Judge(rules, ["född"], [[number.Year + number.Month + number.Day]]);

        Assert.Equal(FindingKind.SmallGroup, Assert.Single(report.Findings).Kind);
        AssertSilent(JsonSerializer.Serialize(report), number);
    }

    [Fact]
    public void Faults_of_sealing_and_opening_say_nothing_of_the_bytes()
    {
        var number = new InventedNumber(new(1985, 7, 10), false, null, 981);
        var clear = System.Text.Encoding.UTF8.GetBytes($"{number.Year}{number.Month}{number.Day}{number.Last}");
        var subject = Keys.Subject(clear);
        var bytes = SealedBytes.Seal(clear, subject, Keys.Of("k").Current);
        bytes[^1] ^= 1;
        using var folder = new TemporaryFolder();

        var faults = new[]
        {
            Record.Exception(() => SealedBytes.Open(bytes, subject, Keys.Of("k"))),
            Record.Exception(() => SealedBytes.Open(bytes.AsSpan(0, 90), subject, Keys.Of("k"))),
            Record.Exception(() => SealedBytes.Open(clear, subject, Keys.Of("k"))),
            Record.Exception(() => SealedBytes.Seal(clear, subject with { Sha256 = "" }, Keys.Of("k").Current)),
            Record.Exception(() => new RefusedBytes(folder.Path, null, TimeProvider.System).Refuse("deliveries", clear, RefusalMode.Sealed, new Dictionary<string, long>())),
        };

        foreach (var fault in faults)
        {
            Assert.NotNull(fault);
            for (var inner = fault; inner is not null; inner = inner.InnerException)
            {
                AssertSilent(inner.Message, number);
            }
        }
    }

    private static void AssertSilent(string said, InventedNumber number)
    {
        var digits = number.Year + number.Month + number.Day + number.Last;
        for (var at = 0; at + 4 <= digits.Length; at++)
        {
            Assert.False(said.Contains(digits.AsSpan(at, 4), StringComparison.Ordinal), "A report repeats four digits of a number.");
        }
    }
}
