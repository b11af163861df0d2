namespace Utvardering.Reporting.Charts.Layout;

/// <summary>What stands around the plot: banner, title and subtitle above, source below, all beginning at the plot's left edge.</summary>
internal static class Frame
{
    /// <summary>The width of every chart, padding included, in pixels: a text page's 16 cm at 115 pixels to the inch.</summary>
    public const double ChartWidth = 720;

    /// <summary>Kept free at each edge; the same as in theme.mjs.</summary>
    public const double Padding = 10;

    private const double BannerHeight = 21;

    private static readonly TextLook TitleLook = new(17, Palette.Ink, Bold: true);
    private static readonly TextLook SubtitleLook = new(13, Palette.Quiet);
    private static readonly TextLook SourceLook = new(11, Palette.Quiet);
    private static readonly TextLook BannerLook = new(11.5, Palette.BannerInk, Bold: true);

    /// <summary>The width left for plot and end labels beside a value axis of a width.</summary>
    public static double Beside(double axisWidth) => ChartWidth - (2 * Padding) - axisWidth;

    /// <summary>The room a value axis needs to the left of the plot for its labels.</summary>
    public static double AxisWidth(IEnumerable<string> labels) => Math.Ceiling(labels.Max(label => TextWidth.Of(label, 12))) + 6;

    /// <summary>Layers from the top down to <paramref name="above"/> pixels above the plot.</summary>
    public static IEnumerable<object> Head(ChartTexts texts, double width, double above)
    {
        var subtitle = SubtitleLook.Wrap(texts.Subtitle, width);
        var y = -above;
        if (subtitle.Count > 0)
        {
            y -= 4 + ((subtitle.Count - 1) * SubtitleLook.LineHeight);
            yield return Draw.Text(subtitle, 0, y, SubtitleLook);
            y -= SubtitleLook.LineHeight + 5;
        }

        var title = TitleLook.Wrap(texts.Title, width);
        y -= (title.Count - 1) * TitleLook.LineHeight;
        yield return Draw.Text(title, 0, y, TitleLook);
        if (texts.Banner is not { Length: > 0 } banner) yield break;
        y -= TitleLook.LineHeight + 4;
        yield return Draw.Box(0, y - BannerHeight, BannerLook.Width(banner) + 20, y, Palette.BannerFill, Palette.BannerEdge);
        yield return Draw.Text([banner], 10, y - 7, BannerLook);
    }

    /// <summary>The source, its first base line at <paramref name="below"/> pixels below the top of the plot.</summary>
    public static object Foot(ChartTexts texts, double width, double below) =>
        Draw.Text(SourceLook.Wrap(texts.Source, width), 0, below, SourceLook);
}
