using System.Security.Cryptography;
using System.Text;
using Utvardering.Reporting.Tests.Made;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Page;

/// <summary>The files of a report as they leave.</summary>
[Collection(ReportGroup.Name)]
public sealed class ReportFilesTests(ReportFixture reports)
{
    private const long MostBytes = 3_000_000;

    [FactNeeding("node")]
    public async Task The_same_tables_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var released = MadeRuns.Sample().Release(folder);
        var again = Directory.CreateDirectory(folder["again"]).FullName;
        await ReportWriter.WriteAsync(released, again, reports.Charts);
        Assert.Equal(Hashes(reports.Sample), Hashes(again));
    }

    [FactNeeding("node")]
    public void A_report_has_both_pages_charts_and_tables_in_both_languages()
    {
        string[] expected =
        [
            "charts/crime-verdicts.sv.svg", "charts/fire-comparisons.sv.png", "charts/fire-event-vs-bra.en.png", "charts/fire-event-vs-bra.sv.svg", "charts/fire-municipalities.sv.png", "charts/fire-trend.en.svg", "charts/fire-trend.sv.png",
            "report.en.html", "report.html", "tables/crime-verdicts.sv.csv", "tables/effects.en.csv", "tables/effects.sv.csv", "tables/fire-effects.sv.csv", "tables/fire-trend.sv.csv",
        ];
        Assert.Empty(expected.Except(Hashes(reports.Real).Keys));
    }

    [FactNeeding("node")]
    public void A_page_stays_small() => Assert.All(
        new[] { reports.Sample, reports.Real }, report => Assert.InRange(new FileInfo(Path.Combine(report, "report.html")).Length, 1, MostBytes));

    [FactNeeding("node")]
    public void No_path_or_clock_of_the_machine_is_in_a_page()
    {
        var page = ReportFixture.Page(reports.Sample);
        Assert.DoesNotContain(Path.GetTempPath().TrimEnd('/'), page, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Root, page, StringComparison.Ordinal);
        Assert.DoesNotContain(DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public void Swedish_tables_open_in_a_Swedish_spreadsheet()
    {
        var bytes = File.ReadAllBytes(Path.Combine(reports.Sample, "tables/effects.sv.csv"));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("Utfall;Jämförelse;Jämförs med;Effekt;Nedre gräns;Övre gräns;Procent;Från, procent;Till, procent;p-värde;Holm;Kommuner;Metod;Test;", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(";Resultat-id;Källa;Version;Märkning", lines[0], StringComparison.Ordinal);
        var fire = lines.Single(line => line.Contains("effect:fire:vs-bra", StringComparison.Ordinal));
        Assert.StartsWith("Anmäld anlagd brand m.m.;Pilot mot Brå-stödda;Brå-stödda kommuner;-0,9;-1,6;-0,1;-22,5;", fire, StringComparison.Ordinal);
        Assert.EndsWith(";effect:fire:vs-bra;Källa: Brå. Egen bearbetning.;3fa9c1d2e4b5;EXEMPELDATA – syntetiska uppgifter", fire, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public void English_tables_have_decimal_points() => Assert.Contains(
        "Reported arson and similar,Pilot against Brå-supported,Brå-supported municipalities,-0.9,-1.6,-0.1,-22.5,", File.ReadAllText(Path.Combine(reports.Sample, "tables/effects.en.csv")), StringComparison.Ordinal);

    [FactNeeding("node")]
    public async Task A_folder_that_is_not_empty_is_refused()
    {
        using var folder = new TemporaryFolder();
        var released = MadeRuns.Real().Release(folder);
        var error = await Assert.ThrowsAsync<IOException>(() => ReportWriter.WriteAsync(released, folder.Path, reports.Charts));
        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_run_that_was_not_released_can_not_be_reported()
    {
        using var folder = new TemporaryFolder();
        var released = MadeRuns.Real().Release(folder);
        File.Delete(released.PathOf("run"));
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ReportWriter.WriteAsync(released, Directory.CreateDirectory(folder["report"]).FullName, reports.Charts));
        Assert.Contains("run.parquet", error.Message, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Hashes(string report) => new(
        Directory.EnumerateFiles(report, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(report, file).Replace('\\', '/'), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
