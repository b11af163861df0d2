using System.Globalization;
using System.Text;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Documents;
using static Utvardering.Reporting.Html.HtmlText;

namespace Utvardering.Reporting.Html;

/// <summary>Writes blocks as HTML and numbers tables and figures in the order they are written.</summary>
internal sealed class BlockHtml(ReportDocument document, IReadOnlyDictionary<string, RenderedChart> drawings, StringBuilder html)
{
    private const int WideFrom = 7;
    private const int ShortTitle = 8;

    /// <summary>A table with fewer rows stays whole on a printed page.</summary>
    private const int LongFrom = 20;

    private int tables;
    private int figures;

    public void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append(CultureInfo.InvariantCulture, $"<h4>{Escape(heading.Text)}</h4>\n");
                break;
            case Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{(paragraph.Lead is { } lead ? $"<span class=\"text-lead\">{Escape(lead)}</span> " : "")}{Escape(paragraph.Text)}</p>\n");
                break;
            case Bullets bullets:
                html.Append("<ul>\n").AppendJoin("", bullets.Items.Select(item => $"<li>{Escape(item)}</li>\n")).Append("</ul>\n");
                break;
            case Terms terms:
                html.Append("<dl>\n").AppendJoin("", terms.Items.Select(item => $"<dt>{Escape(item.Term)}</dt>\n<dd>{Escape(item.Description)}</dd>\n")).Append("</dl>\n");
                break;
            case ReportTable table:
                Write(table);
                break;
            case ReportFigure figure:
                Write(figure);
                break;
            case DataFiles files:
                html.Append("<ul>\n").AppendJoin("", files.Tables.Select(file => $"<li>{Escape(file.Caption)} {Link("CSV", $"tables/{file.Name}.{document.Language.Tag}.csv")}</li>\n")).Append("</ul>\n");
                break;
            default:
                throw new ArgumentException($"A {block.GetType().Name} has no form in HTML.", nameof(block));
        }
    }

    private void Write(ReportTable table)
    {
        var label = Label("Tabell", "Table", ++tables);
        var id = $"table-{table.Name}";
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"table{(table.Rows.Count < LongFrom ? " short" : "")}\" id=\"{Escape(id)}\">\n");

        // The caption stands outside the part that scrolls sideways, so it is bound to the table by name.
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"caption\" id=\"{Escape(id)}-caption\">{Marked()}<span class=\"label\">{label}</span>{Escape(table.Caption)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" aria-labelledby=\"{Escape(id)}-caption\" tabindex=\"0\">\n");
        var shown = Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsDataOnly).ToList();
        html.Append(CultureInfo.InvariantCulture, $"<table{(shown.Count >= WideFrom ? " class=\"wide\"" : "")} aria-labelledby=\"{Escape(id)}-caption\">\n<thead>\n<tr>");
        html.AppendJoin("", shown.Select(i => table.Columns[i]).Select(column => $"<th scope=\"col\"{(column.IsNumber ? $" class=\"n{(column.Title.Length <= ShortTitle ? " tight" : "")}\"" : "")}>{Escape(column.Title)}</th>"));
        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"{(row[0].Anchor is { } anchor ? $" id=\"{Escape(anchor)}\"" : "")}>{Content(row[0])}</th>").AppendJoin("", shown.Skip(1).Select(i => Td(row[i], table.Columns[i]))).Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
        Notes(table.Notes);
        if (table.Rows.Select(row => row[0].Anchor).OfType<string>().ToList() is { Count: > 0 } ids)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"under rid screen\">{document.Language.Say("Resultat-id:", "Result ids:")} {Escape(string.Join(", ", ids))}</p>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<p class=\"under source\">{Escape(ReportContext.SourceLine(table.Source))} {Files([("CSV", $"tables/{table.Name}.{document.Language.Tag}.csv")])}</p>\n</div>\n");
    }

    /// <remarks>The chart itself bears the mark and the source line, as it must where it stands alone; the source is there once more for those who do not see it.</remarks>
    private void Write(ReportFigure figure)
    {
        var tag = document.Language.Tag;
        var id = $"figure-{figure.Name}";
        html.Append(CultureInfo.InvariantCulture, $"<figure id=\"{Escape(id)}\" aria-labelledby=\"{Escape(id)}-caption\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<figcaption id=\"{Escape(id)}-caption\"><span class=\"label\">{Label("Diagram", "Figure", ++figures)}</span>{Escape(figure.Caption)}</figcaption>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll drawing\" role=\"region\" aria-labelledby=\"{Escape(id)}-caption\" tabindex=\"0\">\n{drawings[figure.Name].Svg}\n</div>\n");
        Notes(figure.Notes);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"under\"><span class=\"source unseen\">{Escape(ReportContext.SourceLine(figure.Numbers.Source))}</span> <span class=\"rid\" id=\"{Escape(figure.Spec.ResultId)}\">{Escape(figure.Spec.ResultId)}</span> ");
        html.Append(Files([("SVG", $"charts/{figure.Name}.{tag}.svg"), ("PNG", $"charts/{figure.Name}.{tag}.png"), ("CSV", $"tables/{figure.Numbers.Name}.{tag}.csv")]));
        html.Append("</p>\n</figure>\n");
    }

    private string Label(string sv, string en, int number) => $"{document.Language.Say(sv, en)}\u00A0{number.ToString(CultureInfo.InvariantCulture)}.";

    private string Marked() => document.Mark is { } mark ? $"<span class=\"marked\">{Escape(mark)}</span><br>" : "";

    private void Notes(IReadOnlyList<string> notes) => html.AppendJoin("", notes.Select(note => $"<p class=\"under\">{Escape(note)}</p>\n"));

    private static string Files(IReadOnlyList<(string Kind, string Path)> files)
        => $"<span class=\"screen\">{string.Join(" ", files.Select(file => Link(file.Kind, file.Path)))}</span>";

    private static string Link(string kind, string path) => $"<a href=\"{Escape(path)}\" aria-label=\"{Escape($"{kind}: {path}")}\">{kind}</a>";

    private static string Td(Cell cell, Column column)
    {
        // A reason in the place of a figure is set as words, so that nobody takes it for one.
        var word = column.IsNumber && cell.Text == cell.Data && !cell.Text.Any(char.IsAsciiDigit);
        var classes = string.Join(" ", new[] { column.IsNumber ? "n" : "", word ? "word" : "" }.Where(name => name.Length > 0));
        return $"<td{(classes.Length > 0 ? $" class=\"{classes}\"" : "")}>{Content(cell)}</td>";
    }

    private static string Content(Cell cell) => cell.Target is { } target ? $"<a href=\"#{Escape(target)}\">{Escape(cell.Text)}</a>" : Escape(cell.Text);
}
