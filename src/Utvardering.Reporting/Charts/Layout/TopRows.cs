namespace Utvardering.Reporting.Charts.Layout;

/// <summary>
/// The rows of text just above the plot: the axis title at the left and a label at each dashed line. Outside the plot no label can
/// cover data; rows are added upwards until none covers another.
/// </summary>
internal sealed class TopRows
{
    private const double RowHeight = 15;
    private const double FirstBaseLine = -9;
    private const double Gap = 12;

    private static readonly TextLook AxisLook = new(12, Palette.Quiet);
    private static readonly TextLook MarkLook = new(12, Palette.Mark, Italic: true);

    private readonly double plotWidth;
    private readonly double plotHeight;
    private readonly List<(int Row, double From, double To)> taken = [];
    private readonly List<object> layers = [];

    private TopRows(double plotWidth, double plotHeight) => (this.plotWidth, this.plotHeight) = (plotWidth, plotHeight);

    public IReadOnlyList<object> Layers => layers;

    /// <summary>How far up the rows reach from the plot, a space above them included.</summary>
    public double Height { get; private set; }

    /// <param name="axisTitle">Stands at the left edge of the plot.</param>
    /// <param name="marks">Where each dashed line stands, in pixels from the left edge of the plot, and its label.</param>
    /// <param name="right">Widest extent to the right that a label may have, in pixels from the left edge of the plot.</param>
    /// <param name="key">Kept free in the lowest row, for a key; no dashed line may pass through it.</param>
    public static TopRows Make(
        string axisTitle, IEnumerable<(double X, string Label)> marks, double plotWidth, double plotHeight, double right, (double From, double To)? key = null)
    {
        var rows = new TopRows(plotWidth, plotHeight);
        if (key is { } kept) rows.taken.Add((0, kept.From, kept.To));
        // From the right: a label runs to the right from its line, so the line further left is the one that must rise above it.
        foreach (var (x, label) in marks.OrderByDescending(mark => mark.X)) rows.AddMark(x, label, right);
        rows.AddAxisTitle(axisTitle);
        rows.Height = -FirstBaseLine + (rows.taken.Max(place => place.Row) * RowHeight) + AxisLook.LineHeight + 10;
        return rows;
    }

    private static double BaseLine(int row) => FirstBaseLine - (row * RowHeight);

    private void AddMark(double x, string label, double right)
    {
        var width = MarkLook.Width(label) + 5;
        var toTheLeft = x + width > right;
        var (from, to) = toTheLeft ? (x - width, x) : (x, x + width);
        var row = 0;
        while (!IsFree(row, from, to)) row++;
        for (var lower = 0; lower < row; lower++) taken.Add((lower, x, x));
        taken.Add((row, from, to));
        layers.Add(Draw.Rule(x, BaseLine(row) - 9, x, plotHeight, Palette.Mark, 1.1, Draw.Dashed));
        var look = MarkLook with { Align = toTheLeft ? "right" : "left" };
        layers.Add(Draw.Text([label], toTheLeft ? x - 5 : x + 5, BaseLine(row), look));
    }

    private void AddAxisTitle(string title)
    {
        var lines = AxisLook.Wrap(title, plotWidth);
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var width = AxisLook.Width(lines[i]);
            var above = i == lines.Count - 1 ? 0 : taken[^1].Row + 1;
            var row = Enumerable.Range(above, int.MaxValue - above).First(row => IsFree(row, 0, width));
            taken.Add((row, 0, width));
            layers.Add(Draw.Text([lines[i]], 0, BaseLine(row), AxisLook));
        }
    }

    private bool IsFree(int row, double from, double to) =>
        taken.All(place => place.Row != row || to + Gap <= place.From || from >= place.To + Gap);
}
