using Utvardering.Reporting.Charts.Layout;

namespace Utvardering.Reporting.Charts;

/// <summary>Two or three groups over months or quarters: one line each with its name and last value at the end, and the start marked.</summary>
public static class GroupTrendChart
{
    private const double Height = 300;
    private const double LabelGap = 18;
    private const double WidestLabel = 130;
    private const double LeastTickDistance = 46;

    private static readonly TextLook NameLook = new(12.5, Palette.Ink, Bold: true);
    private static readonly TextLook ValueLook = new(12.5, Palette.Ink);

    /// <exception cref="ArgumentException">No group or more than three, a group without values, or a value that is not finite.</exception>
    public static ChartSpec Make(GroupTrendData data, ChartLanguage language)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(data);
        var scale = NiceScale.Over(data.Groups.SelectMany(group => Trend.Values(group.Points)));
        var ticks = scale.Ticks.Select(tick => ChartText.Number(tick, scale.Decimals, language)).ToArray();
        var labels = data.Groups.Select(group => Label(group, data.Decimals, language)).ToArray();

        var available = Frame.Beside(Frame.AxisWidth(ticks));
        var width = Math.Floor(available - LabelGap - labels.Max(label => Math.Max(ValueLook.Width(label.Value), label.Name.Max(NameLook.Width))));
        var dates = data.Groups.SelectMany(group => group.Points).Select(point => point.Date).ToArray();
        var (from, to) = (dates.Min(), dates.Max());
        double X(DateOnly date) => (double)(date.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber) * width;

        var times = TimeAxis.Ticks(from, to, (int)(width / LeastTickDistance), language);
        var x = Axes.Time(from, to, times);
        var top = TopRows.Make(data.AxisTitle, data.Marks.Select(mark => (X(mark.Date), mark.Label)), width, Height, available);
        object Y(string field) => Axes.Value(field, scale, ticks);
        var specification = Specification.Layered(width, Height,
        [
            .. Frame.Head(data.Texts, available, top.Height),
            .. data.Groups.SelectMany((group, i) => Trend.Back(group.Points, x, Y, Look(i))),
            .. top.Layers,
            // The group in focus last, over the others.
            .. data.Groups.Select((group, i) => Trend.Front(group.Points, x, Y, Look(i))).Reverse().SelectMany(layers => layers),
            .. EndOfLines(data, labels, X, value => scale.Pixel(value, Height), width),
            Frame.Foot(data.Texts, available, Height + Axes.SourceBelow(times)),
        ]);
        return new ChartSpec(data.Name, data.ResultId, language, data.Texts.Title, data.Texts.Description, specification);
    }

    private static void Check(GroupTrendData data)
    {
        if (data.Groups.Count is < 1 or > 3)
            throw new ArgumentException($"The chart {data.Name} has {data.Groups.Count} groups; a trend chart reads with one to three.", nameof(data));
        if (data.Groups.FirstOrDefault(group => Trend.Last(group) is null) is { } empty)
            throw new ArgumentException($"The chart {data.Name} has no value for the group {empty.Name}.", nameof(data));
        var dates = data.Groups.SelectMany(group => group.Points).Select(point => point.Date).Distinct().ToArray();
        if (dates.Length < 2)
            throw new ArgumentException($"The chart {data.Name} has one date only; a trend needs two.", nameof(data));
        if (data.Marks.FirstOrDefault(mark => mark.Date < dates.Min() || mark.Date > dates.Max()) is { } outside)
            throw new ArgumentException($"The chart {data.Name} marks {outside.Date:yyyy-MM-dd}, which lies outside its dates.", nameof(data));
    }

    private static LineLook Look(int group) => new(Palette.Groups[group], Palette.Dashes[group], 2.3);

    private static (IReadOnlyList<string> Name, string Value) Label(TrendLine group, int decimals, ChartLanguage language) =>
        (NameLook.WrapEvenly(group.Name, WidestLabel), ChartText.Number(Trend.Last(group)!.Value!.Value, decimals, language));

    private static IEnumerable<object> EndOfLines(
        GroupTrendData data, (IReadOnlyList<string> Name, string Value)[] labels, Func<DateOnly, double> x, Func<double, double> y, double width)
    {
        var ends = data.Groups.Select(group => Trend.Last(group)!).ToArray();
        var heights = labels.Select(label => (NameLook.LineHeight * (label.Name.Count + 1)) + 5).ToArray();
        var middles = EndLabels.Apart([.. ends.Select(end => y(end.Value!.Value))], heights);
        for (var i = 0; i < labels.Length; i++)
        {
            var color = Palette.Groups[i];
            var (endX, endY) = (x(ends[i].Date), y(ends[i].Value!.Value));
            if (Math.Abs(middles[i] - endY) > 4 || width - endX > 2)
                yield return Draw.Rule(endX + 5, endY, width + LabelGap - 4, middles[i], color, 0.8, Draw.Solid);
            yield return Draw.Symbol(endX, endY, "circle", 22, color, color);
            var first = middles[i] - (heights[i] / 2) + NameLook.LineHeight - 1;
            yield return Draw.Text(labels[i].Name, width + LabelGap, first, NameLook with { Color = color });
            yield return Draw.Text([labels[i].Value], width + LabelGap, first + (NameLook.LineHeight * labels[i].Name.Count), ValueLook with { Color = color });
        }
    }
}
