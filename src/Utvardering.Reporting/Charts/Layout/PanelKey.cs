namespace Utvardering.Reporting.Charts.Layout;

/// <summary>The key of a grid of panels, drawn in a cell of its own.</summary>
internal static class PanelKey
{
    private const double Sample = 24;
    private const double RowGap = 7;

    private static readonly TextLook Look = new(12, Palette.Ink);

    /// <summary>Samples of lines with what they are; a long text takes several lines.</summary>
    public static IEnumerable<object> Layers(IEnumerable<PanelKeyEntry> entries, double width)
    {
        var layers = new List<object>();
        var y = 14.0;
        foreach (var (line, text, upright) in entries)
        {
            var lines = Look.Wrap(text, width - Sample - 8);
            layers.Add(upright
                ? Draw.Rule(Sample / 2, y - 12, Sample / 2, y + 4, line.Color, line.Width, line.Dash)
                : Draw.Rule(0, y - 4, Sample, y - 4, line.Color, line.Width, line.Dash));
            layers.Add(Draw.Text(lines, Sample + 8, y, Look));
            y += (Look.LineHeight * lines.Count) + RowGap;
        }

        return layers;
    }
}
