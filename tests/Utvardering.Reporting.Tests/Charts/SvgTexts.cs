using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Utvardering.Reporting.Charts.Layout;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>The lines of text in an SVG of Vega and the boxes they cover, in pixels of the picture.</summary>
internal static partial class SvgTexts
{
    public sealed record Box(string Text, double Left, double Top, double Right, double Bottom)
    {
        public bool Covers(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }

    public static IReadOnlyList<Box> Of(XDocument svg) =>
        [.. svg.Descendants().Where(element => element.Name.LocalName == "text").SelectMany(Boxes)];

    private static IEnumerable<Box> Boxes(XElement text)
    {
        var size = Number(text.Attribute("font-size")!.Value.Replace("px", "", StringComparison.Ordinal));
        var bold = text.Attribute("font-weight")?.Value == "600";
        var anchor = text.Attribute("text-anchor")?.Value ?? "start";
        var turned = (text.Attribute("transform")?.Value ?? "").Contains("rotate(-90", StringComparison.Ordinal);
        var (x, y) = text.AncestorsAndSelf().Select(Shift).Aggregate((0.0, 0.0), (sum, shift) => (sum.Item1 + shift.X, sum.Item2 + shift.Y));
        var spans = text.Elements().ToArray();
        var lines = spans.Length == 0 ? [(text.Value, 0.0)] : Lines(spans);
        foreach (var (line, below) in lines)
        {
            // Letters reach some 0.70 em above the base line and 0.19 em below it.
            var width = TextWidth.Of(line, size, bold);
            var start = anchor == "end" ? -width : anchor == "middle" ? -width / 2 : 0;
            yield return turned
                ? new Box(line, x - (0.7 * size), y - start - width, x + (0.19 * size), y - start)
                : new Box(line, x + start, y + below - (0.7 * size), x + start + width, y + below + (0.19 * size));
        }
    }

    private static (string Text, double Below)[] Lines(XElement[] spans)
    {
        var below = 0.0;
        return [.. spans.Select(span => (span.Value, below += Number(span.Attribute("dy")?.Value ?? "0")))];
    }

    private static (double X, double Y) Shift(XElement element)
    {
        var match = Translate().Match(element.Attribute("transform")?.Value ?? "");
        return match.Success ? (Number(match.Groups[1].Value), Number(match.Groups[2].Value)) : (0, 0);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"translate\(([-\d.e]+)[, ]+([-\d.e]+)\)")]
    private static partial Regex Translate();
}
