using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Utvardering.Warehouse.Faults;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Reports;

/// <summary>The reports on a refused file, beside it in quarantine: for machines, for people, and the workbook to correct.</summary>
internal static class ReportFiles
{
    public const string Text = "problems.txt";
    public const string Json = "problems.json";
    public const string Html = "problems.html";
    public const string Marked = "marked.xlsx";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="folder">The refused file's own.</param>
    /// <param name="marked">The file as a workbook with its problems marked; null for none.</param>
    /// <returns>Full path of the report for people, in text.</returns>
    public static string Write(string folder, ProblemReport report, byte[]? marked)
    {
        DurableFile.CreateFolder(folder);
        DurableFile.Write(Path.Combine(folder, Json), ToJson(report), FaultPlaces.QuarantineReport);
        DurableFile.Write(Path.Combine(folder, Html), Encoding.UTF8.GetBytes(HtmlReport.Of(report)));
        if (marked is not null)
        {
            DurableFile.Write(Path.Combine(folder, Marked), marked);
        }

        var text = Path.Combine(folder, Text);
        DurableFile.Write(text, Encoding.UTF8.GetBytes(TextReport.Of(report)));
        return text;
    }

    private static byte[] ToJson(ProblemReport report) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            source = report.Source.Source,
            report.Origin,
            report.Sha256,
            retrieved = report.Received,
            count = report.Total,
            report.ByRule,
            report.Fate,
            problems = report.Problems,
        },
        Options);
}
