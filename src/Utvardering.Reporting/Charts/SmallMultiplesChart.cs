using Utvardering.Reporting.Charts.Layout;

namespace Utvardering.Reporting.Charts;

/// <summary>
/// A small panel for each municipality: its own line against the mean of its group, group by group, with one key in the cell after the
/// last panel. The group is told by colour and by name.
/// </summary>
public static class SmallMultiplesChart
{
    private const int YearTicks = 4;
    private const int ValueTicks = 3;
    private const double HeadOfPanel = 52;
    private const double KeyTop = 14;
    private const double KeyAloneTop = -20;
    private const double SourceGap = 28;

    private static readonly TextLook NameLook = new(13, Palette.Ink, Bold: true);
    private static readonly TextLook GroupLook = new(11.5, Palette.Ink);
    private static readonly LineLook MeanLook = new(Palette.Reference, [4, 3], 1.4);
    private static readonly LineLook MarkLook = new(Palette.Mark, [2, 2], 0.9);

    /// <exception cref="ArgumentException">No group or more than three, no municipality, a municipality without values, or a value that is not finite.</exception>
    public static ChartSpec Make(SmallMultiplesData data, ChartLanguage language)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(data);
        var panels = data.Groups.SelectMany((group, i) => group.Municipalities.Select(line => (Group: group, Look: Look(i), Line: line))).ToArray();
        var shared = NiceScale.Over(panels.SelectMany(panel => Shown(panel.Group, panel.Line)), ValueTicks);
        NiceScale Scale(PanelGroup group, TrendLine line) => data.IndependentScales ? NiceScale.Over(Shown(group, line), ValueTicks) : shared;

        var axisWidth = Frame.AxisWidth(panels.SelectMany(panel => Ticks(Scale(panel.Group, panel.Line), language)));
        var grid = PanelGrid.Of(panels.Length + 1, axisWidth, data.IndependentScales);
        var dates = panels.SelectMany(panel => panel.Line.Points.Concat(panel.Group.Mean)).Select(point => point.Date).ToArray();
        var (from, to) = (dates.Min(), dates.Max());
        var times = TimeAxis.Ticks(from, to, YearTicks, language);
        var x = Axes.Time(from, to, times);
        var markX = (double)(data.Mark.Date.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber) * grid.PanelWidth;

        // A key alone in its row needs no room for panels beside it.
        var isKeyAlone = panels.Length % grid.Columns == 0;
        var key = PanelKey.Make(KeyEntries(data), grid.PanelWidth, isKeyAlone ? KeyAloneTop : KeyTop);
        var lastRowHeight = isKeyAlone ? key.Bottom : PanelGrid.PanelHeight + Axes.SourceBelow(times) - SourceGap;
        var width = Frame.Beside(axisWidth);
        var cells = panels.Select((panel, i) => Cell(i, PanelGrid.PanelHeight, Panel(panel.Group, panel.Look, panel.Line, isFirstColumn: i % grid.Columns == 0)))
            .Append(Cell(panels.Length, isKeyAlone ? key.Bottom : PanelGrid.PanelHeight, key.Layers));
        var specification = Specification.Grid(cells, grid.Columns, PanelGrid.RowSpace, grid.ColumnSpace);
        return new ChartSpec(data.Name, data.ResultId, language, data.Texts.Title, data.Texts.Description, specification);

        // What stands around the whole chart hangs on the first cell of the first row and of the last.
        object Cell(int index, double height, IEnumerable<object> layers) => new
        {
            width = grid.PanelWidth,
            height,
            layer = layers
                .Concat(index == 0 ? Frame.Head(data.Texts, width, HeadOfPanel) : [])
                .Concat(index == panels.Length / grid.Columns * grid.Columns ? [Frame.Foot(data.Texts, width, lastRowHeight + SourceGap)] : []),
        };

        IEnumerable<object> Panel(PanelGroup group, LineLook look, TrendLine line, bool isFirstColumn)
        {
            var scale = Scale(group, line);
            var labels = data.IndependentScales || isFirstColumn ? Ticks(scale, language) : null;
            object Y(string field) => Axes.Value(field, scale, labels);
            return
            [
                .. Trend.Front(group.Mean, x, Y, MeanLook),
                .. Trend.Front(line.Points, x, Y, look),
                Draw.Rule(markX, 0, markX, PanelGrid.PanelHeight, MarkLook.Color, MarkLook.Width, MarkLook.Dash),
                Draw.Text([line.Name], 0, -23, NameLook),
                Draw.Text([group.Name], 0, -9, GroupLook with { Color = look.Color }),
            ];
        }
    }

    private static PanelKeyEntry[] KeyEntries(SmallMultiplesData data) =>
    [
        .. data.Groups.Select((group, i) => new PanelKeyEntry(Look(i), $"{data.OwnLabel}: {group.Name}")),
        new PanelKeyEntry(MeanLook, data.MeanLabel),
        new PanelKeyEntry(MarkLook, data.Mark.Label, IsUpright: true),
    ];

    private static LineLook Look(int group) => new(Palette.Groups[group], Draw.Solid, 2);

    private static IEnumerable<double> Shown(PanelGroup group, TrendLine line) => line.Points.Concat(group.Mean).Select(point => point.Value).OfType<double>();

    private static string[] Ticks(NiceScale scale, ChartLanguage language) =>
        [.. scale.Ticks.Select(tick => ChartText.Number(tick, scale.Decimals, language))];

    private static void Check(SmallMultiplesData data)
    {
        if (data.Groups.Count is < 1 or > 3)
            throw new ArgumentException($"The chart {data.Name} has {data.Groups.Count} groups; small panels are told apart with one to three.", nameof(data));
        var lines = data.Groups.SelectMany(group => group.Municipalities).ToArray();
        if (lines.Length == 0)
            throw new ArgumentException($"The chart {data.Name} has no municipality.", nameof(data));
        if (lines.FirstOrDefault(line => Trend.Last(line) is null) is { } empty)
            throw new ArgumentException($"The chart {data.Name} has no value for {empty.Name}.", nameof(data));
        var dates = lines.SelectMany(line => line.Points).Select(point => point.Date).ToArray();
        if (dates.Min() == dates.Max())
            throw new ArgumentException($"The chart {data.Name} has one date only; a trend needs two.", nameof(data));
        if (data.Mark.Date < dates.Min() || data.Mark.Date > dates.Max())
            throw new ArgumentException($"The chart {data.Name} marks {data.Mark.Date:yyyy-MM-dd}, which lies outside its dates.", nameof(data));
    }
}
