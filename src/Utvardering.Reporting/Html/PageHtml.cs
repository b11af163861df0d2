using System.Globalization;
using System.Text;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using static Utvardering.Reporting.Html.HtmlText;

namespace Utvardering.Reporting.Html;

/// <summary>Lays a report out as one HTML page that needs no script and asks for nothing.</summary>
internal static class PageHtml
{
    /// <param name="document">The report.</param>
    /// <param name="drawings">The drawn charts by figure name.</param>
    /// <param name="other">The address of the same report in the other language.</param>
    public static string Make(ReportDocument document, IReadOnlyDictionary<string, RenderedChart> drawings, string other)
    {
        var language = document.Language;
        var title = document.Mark is { } mark ? $"{mark}: {document.Title}" : document.Title;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{language.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{PageStyle.Make(document.Mark ?? "", document.Title)}</style>\n</head>\n<body>\n");
        html.Append(CultureInfo.InvariantCulture, $"<a class=\"skip\" href=\"#content\">{language.Say("Till innehållet", "Skip to the content")}</a>\n");
        html.Append("<header>\n");
        if (document.Mark is { } banner)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"banner\">{Escape(banner)}</p>\n");
        }

        if (document.Notice is { } notice)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"banner notice\">{Escape(notice)}</p>\n");
        }

        var (otherName, otherTag) = language.Tag == "sv" ? ("In English", "en") : ("På svenska", "sv");
        html.Append("<div class=\"page\">\n<div class=\"cover\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"over\"><span>{language.Say("Utvärderingsrapport", "Evaluation report")}</span> <a class=\"screen\" href=\"{Escape(other)}\" lang=\"{otherTag}\" hreflang=\"{otherTag}\">{otherName}</a></p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(document.Title)}</h1>\n<p class=\"lead\">{Escape(document.Lead)}</p>\n</div>\n</div>\n</header>\n");
        html.Append("<div class=\"page columns\">\n");
        Contents(html, document);
        html.Append("<main id=\"content\" tabindex=\"-1\">\n");
        var blocks = new BlockHtml(document, drawings, html);
        for (var i = 0; i < document.Sections.Count; i++)
        {
            Write(html, blocks, document.Sections[i], Number(i + 1), level: 2);
        }

        html.Append(CultureInfo.InvariantCulture, $"</main>\n</div>\n<footer>\n<div class=\"page\">{Escape(document.Lead)}{(document.Mark is { } last ? " " + Escape(last) + "." : "")}</div>\n</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Contents(StringBuilder html, ReportDocument document)
    {
        html.Append(CultureInfo.InvariantCulture, $"<nav class=\"contents\" aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">{document.Language.Say("Innehåll", "Contents")}</h2>\n<ol>\n");
        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            html.Append(CultureInfo.InvariantCulture, $"<li>{Link(section, Number(i + 1))}");
            if (section.Sections.Count > 0)
            {
                html.Append("\n<ol>\n").AppendJoin("", section.Sections.Select((part, j) => $"<li>{Link(part, $"{Number(i + 1)}.{Number(j + 1)}")}</li>\n")).Append("</ol>\n");
            }

            html.Append("</li>\n");
        }

        html.Append("</ol>\n</nav>\n");
    }

    private static string Link(Section section, string number)
        => $"<a href=\"#{Escape(section.Id)}\"><span class=\"number\">{number}</span>{Escape(section.ShortTitle ?? section.Title)}</a>";

    private static void Write(StringBuilder html, BlockHtml blocks, Section section, string number, int level)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{Escape(section.Id)}\">\n<h{level} id=\"{Escape(section.Id)}\"><span class=\"number\">{number}</span>{Escape(section.Title)}</h{level}>\n");
        foreach (var block in section.Blocks)
        {
            blocks.Write(block);
        }

        for (var i = 0; i < section.Sections.Count; i++)
        {
            Write(html, blocks, section.Sections[i], $"{number}.{Number(i + 1)}", level + 1);
        }

        html.Append("</section>\n");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
