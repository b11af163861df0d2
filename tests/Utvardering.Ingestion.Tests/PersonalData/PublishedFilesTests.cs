using Utvardering.Ingestion.PersonalData;
using Utvardering.Testing;
using Xunit.Abstractions;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>
/// What Kolada, Brå, SCB and the police have published holds no personal data but the names, telephone numbers and e-mail
/// addresses of SCB's contact persons, in the metadata of its answers.
/// </summary>
public sealed class PublishedFilesTests(ITestOutputHelper output)
{
    private static readonly string[] Folders = ["bra", "kolada", "lists", "polisen", "population", "scb"];
    private static readonly string[] Texts = [".csv", ".tsv", ".txt", ".json"];

    [SharedDataFact]
    public void Published_files_raise_no_alarm_but_for_SCB_s_contact_persons_though_no_column_is_declared()
    {
        var (files, cells) = (0, 0L);
        var findings = new List<GateFinding>();
        foreach (var file in Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Shared, "data", folder), "*", SearchOption.AllDirectories)).Order())
        {
            if (!Texts.Contains(Path.GetExtension(file)))
            {
                continue;
            }

            var scan = new PersonalDataGate(new() { Today = Gate.Today }).Open(FolderOf(file), []);
            var row = 0L;
            foreach (var line in File.ReadLines(file, System.Text.Encoding.Latin1))
            {
                var parts = line.Split(';', ',', '\t');
                cells += parts.Length;
                scan.Row(++row, parts);
            }

            files++;
            findings.AddRange(scan.Complete().Findings);
        }

        output.WriteLine($"{findings.Count} findings in {cells} cells of {files} files");
        Assert.True(cells > 100_000);
        Assert.All(findings, finding => Assert.True(finding is { Kind: FindingKind.Email or FindingKind.Phone }, $"{finding.File} {finding.Row} {finding.Kind}"));
        Assert.Equal(["scb"], findings.Select(finding => finding.File).Distinct());
    }

    private static string FolderOf(string file) => Path.GetRelativePath(Path.Combine(Repository.Shared, "data"), file).Split(Path.DirectorySeparatorChar)[0];
}
