namespace Utvardering.Reporting.Charts.Layout;

/// <summary>
/// Vega-Lite layers at fixed pixels: text, rules and boxes around the data. Each has data of its own, and nothing is shared through
/// a common encoding, which would make Vega-Lite drop such layers without a word.
/// </summary>
internal static class Draw
{
    public static readonly int[] Solid = [1, 0];
    public static readonly int[] Dashed = [5, 4];

    private static readonly object OneRow = new { values = new[] { new { } } };

    /// <summary>Lines of text; <paramref name="y"/> is the base line of the first, in pixels below the top of the plot.</summary>
    public static object Text(IReadOnlyList<string> lines, double x, double y, TextLook look) => new
    {
        data = OneRow,
        mark = new
        {
            type = "text",
            align = look.Align,
            baseline = "alphabetic",
            fontSize = look.Size,
            fontWeight = look.Bold ? 600 : 400,
            fontStyle = look.Italic ? "italic" : "normal",
            color = look.Color,
            lineHeight = look.LineHeight,
            angle = look.Angle,
        },
        encoding = new { x = Pixel(x), y = Pixel(y), text = new { value = lines } },
    };

    public static object Rule(double x, double y, double x2, double y2, string color, double width, int[] dash) => new
    {
        data = OneRow,
        mark = new { type = "rule", color, strokeWidth = width, strokeDash = dash },
        encoding = new { x = Pixel(x), y = Pixel(y), x2 = Pixel(x2), y2 = Pixel(y2) },
    };

    public static object Box(double x, double y, double x2, double y2, string fill, string edge) => new
    {
        data = OneRow,
        mark = new { type = "rect", fill, stroke = edge, strokeWidth = 1, cornerRadius = 3 },
        encoding = new { x = Pixel(x), y = Pixel(y), x2 = Pixel(x2), y2 = Pixel(y2) },
    };

    /// <summary>A filled bar without an edge.</summary>
    public static object Bar(double x, double y, double x2, double y2, string fill) => new
    {
        data = OneRow,
        mark = new { type = "rect", fill },
        encoding = new { x = Pixel(x), y = Pixel(y), x2 = Pixel(x2), y2 = Pixel(y2) },
    };

    public static object Symbol(double x, double y, string shape, double size, string fill, string stroke) => new
    {
        data = OneRow,
        mark = new { type = "point", shape, size, fill, stroke, strokeWidth = 1.5, opacity = 1 },
        encoding = new { x = Pixel(x), y = Pixel(y) },
    };

    private static object Pixel(double at) => new { value = Math.Round(at, 2) };
}
