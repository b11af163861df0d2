using System.Globalization;
using System.Net;
using System.Text;
using Utvardering.Ingestion.Checks;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Reports;

/// <summary>The problem report as one web page that needs nothing else: Swedish, with English beside.</summary>
internal static class HtmlReport
{
    private const string Style =
        "body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;max-width:75rem;padding:0 1rem}"
        + "table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}"
        + "th,td{border:1px solid #767676;padding:.375rem .5rem;text-align:left;vertical-align:top}thead th{background:#eef2f8}"
        + "td.n{text-align:right}code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}.en{color:#4a4a4a;display:block}"
        + "dt{font-weight:600}.wide{overflow-x:auto}@media print{body{margin:0}}";

    public static string Of(ProblemReport report)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>Fel i filen ").Append(Text(report.Origin)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n")
            .Append(Element("h1", new("Filen togs inte emot", "The file was not taken in")))
            .Append("<dl>\n")
            .Append(Fact(new("Fil", "File"), report.Origin))
            .Append(Fact(new("Källa", "Source"), report.Source.Title.Sv))
            .Append(Fact(new("Mottagen", "Received"), report.Received.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)))
            .Append(Fact(new("Kontrollsumma (SHA-256)", "Checksum (SHA-256)"), report.Sha256))
            .Append("</dl>\n");
        if (report.Fate is { } fate)
        {
            html.Append(Element("p", fate));
        }

        html.Append(Element("p", new(
            $"{Number(report.Total)} fel hittades. Ingen rad i filen har använts. Rätta felen och skicka hela filen igen.",
            $"{Number(report.Total)} problems were found. No row of the file has been used. Correct them and send the whole file again.")));
        Kinds(html, report);
        if (report.Total > report.Problems.Count)
        {
            html.Append(Element("p", new(
                $"Här visas {Number(report.Problems.Count)} av dem, några av varje slag.", $"{Number(report.Problems.Count)} of them are listed here, some of each kind.")));
        }

        Problems(html, report);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Kinds(StringBuilder html, ProblemReport report)
    {
        html.Append("<table>\n<caption>Antal efter regel <span class=\"en\" lang=\"en\">Number by rule</span></caption>\n")
            .Append("<thead><tr><th scope=\"col\">Regel <span class=\"en\" lang=\"en\">Rule</span></th><th scope=\"col\">Antal <span class=\"en\" lang=\"en\">Number</span></th></tr></thead>\n<tbody>\n");
        foreach (var (rule, count) in report.ByRule)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{Text(rule)}</code></th><td class=\"n\">{Number(count)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Problems(StringBuilder html, ProblemReport report)
    {
        // A box that scrolls must be reachable with the keyboard, and then it needs a name.
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Felen\">\n<table>\n<caption>Felen <span class=\"en\" lang=\"en\">The problems</span></caption>\n<thead><tr>");
        LocalText[] headings = [new("Rad", "Row"), new("Kolumn", "Column"), new("Värde", "Value"), new("Regel", "Rule"), new("Vad som är fel", "What is wrong"), new("Gör så här", "What to do")];
        foreach (var heading in headings)
        {
            html.Append(Element("th scope=\"col\"", heading).TrimEnd('\n'));
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var problem in report.InOrder)
        {
            Row(html, problem);
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private static void Row(StringBuilder html, Problem problem) => html
        .Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{(problem.Row is { } row ? Number(row) : "–")}</td><td>{Text(problem.Column ?? "–")}</td>")
        .Append(CultureInfo.InvariantCulture, $"<td>{(problem.Value is { } value ? $"<code>{Text(value)}</code>" : "–")}</td><td><code>{Text(problem.Rule)}</code></td>")
        .Append(Element("td", problem.Message).TrimEnd('\n'))
        .Append(Element("td", problem.Remedy).TrimEnd('\n'))
        .Append("</tr>\n");

    private static string Fact(LocalText name, string value) => Element("dt", name) + $"<dd>{Text(value)}</dd>\n";

    private static string Element(string tag, LocalText text) =>
        $"<{tag}>{Text(text.Sv)} <span class=\"en\" lang=\"en\">{Text(text.En)}</span></{tag.Split(' ')[0]}>\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
