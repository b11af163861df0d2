namespace Utvardering.Reporting.Charts.Layout;

/// <summary>The key of a grid of panels, drawn in a cell of its own.</summary>
/// <param name="Layers">Samples of lines with what they are.</param>
/// <param name="Bottom">Where the key ends, in pixels below the top of its cell.</param>
internal sealed record PanelKey(IReadOnlyList<object> Layers, double Bottom)
{
    private const double Sample = 24;
    private const double RowGap = 7;

    private static readonly TextLook Look = new(12, Palette.Ink);

    /// <param name="entries">One below the other; a long text takes several lines.</param>
    /// <param name="width">The width of the cell.</param>
    /// <param name="top">The first base line.</param>
    public static PanelKey Make(IEnumerable<PanelKeyEntry> entries, double width, double top)
    {
        var layers = new List<object>();
        var y = top;
        foreach (var (line, text, upright) in entries)
        {
            var lines = Look.Wrap(text, width - Sample - 8);
            layers.Add(upright
                ? Draw.Rule(Sample / 2, y - 12, Sample / 2, y + 4, line.Color, line.Width, line.Dash)
                : Draw.Rule(0, y - 4, Sample, y - 4, line.Color, line.Width, line.Dash));
            layers.Add(Draw.Text(lines, Sample + 8, y, Look));
            y += (Look.LineHeight * lines.Count) + RowGap;
        }

        return new PanelKey(layers, y - RowGap);
    }
}
