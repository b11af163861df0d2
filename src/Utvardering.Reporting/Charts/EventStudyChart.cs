using System.Globalization;
using Utvardering.Reporting.Charts.Layout;

namespace Utvardering.Reporting.Charts;

/// <summary>
/// Estimates per quarter before and after the start, with 95 % intervals: filled circles, a hollow one for the reference quarter, and
/// diamonds with dashed intervals for incomplete quarters. Each quarter is named twice, by its distance from the start and by the calendar.
/// </summary>
public static class EventStudyChart
{
    private const double Height = 300;
    private const double RoomForEveryQuarter = 26;
    private const double Half = 0.5;

    private static readonly string[] Kinds = ["estimate", "reference", "incomplete"];
    private static readonly TextLook NoteLook = new(11.5, Palette.Quiet);
    private const double KeyGap = 14;
    private static readonly TextLook KeyLook = new(12, Palette.Quiet);
    private static readonly TextLook TitleLook = new(12, Palette.Quiet, Align: "center");

    /// <exception cref="ArgumentException">No estimate, an interval without both ends, or two points of one quarter.</exception>
    public static ChartSpec Make(EventStudyData data, ChartLanguage language)
    {
        ArgumentNullException.ThrowIfNull(data);
        var points = data.Points.OrderBy(point => point.RelativeQuarter).ToArray();
        Check(data.Name, points);
        var scale = NiceScale.Over(points.SelectMany(point => new[] { point.Estimate, point.Low, point.High }).OfType<double>().Append(0));
        var ticks = scale.Ticks.Select(tick => ChartText.WithSign(tick, scale.Decimals, language)).ToArray();
        var width = Math.Floor(Frame.Beside(Frame.AxisWidth(ticks)) - 4);
        var (first, last) = (points[0].RelativeQuarter, points[^1].RelativeQuarter);
        var step = width / (last - first + 1);
        double X(double quarter) => (quarter - first + Half) * step;

        var x = QuarterAxis(points, first, last, step, language);
        object Y(string field) => Axes.Value(field, scale, ticks);
        var marks = first < 0 && last >= 0 ? new[] { (X(-Half), data.StartLabel) } : [];
        var key = points.Any(point => point.IsIncomplete) ? data.IncompleteLabel : null;
        var keyWidth = key is null ? 0 : KeyLook.Width(key) + 20;

        // At the right end, or left of a start that stands so late that its line would pass through the key.
        var keyEnd = marks.FirstOrDefault() is (> 0, _) late && late.Item1 > width - keyWidth - KeyGap ? late.Item1 - KeyGap : width;
        var top = TopRows.Make(data.AxisTitle, marks, width, Height, width, key is null ? null : (keyEnd - keyWidth, keyEnd));
        var zero = scale.Pixel(0, Height);
        var specification = Specification.Layered(width, Height,
        [
            .. Frame.Head(data.Texts, width, top.Height),
            Intervals([.. points.Where(point => !point.IsIncomplete)], x, Y, Draw.Solid),
            Draw.Rule(0, zero, width, zero, Palette.Mark, 1, Draw.Solid),
            .. top.Layers,
            Intervals([.. points.Where(point => point.IsIncomplete)], x, Y, [3, 2]),
            Estimates(points, x, Y),
            .. points.Where(point => point.IsReference).Select(point => ReferenceLabel(data.ReferenceLabel, X(point.RelativeQuarter), zero, step)),
            Draw.Text([data.QuarterTitle], width / 2, Height + 66, TitleLook),
            .. key is null ? [] : Key(key, keyEnd),
            Frame.Foot(data.Texts, width, Height + 94),
        ]);
        return new ChartSpec(data.Name, data.ResultId, language, data.Texts.Title, data.Texts.Description, specification);
    }

    private static void Check(string name, EventStudyPoint[] points)
    {
        if (points.All(point => point.Estimate is null))
            throw new ArgumentException($"The chart {name} has no estimate.", nameof(points));
        if (points.FirstOrDefault(point => point.Low is null != point.High is null) is { } half)
            throw new ArgumentException($"The chart {name} has one end only of the interval of quarter {half.RelativeQuarter}.", nameof(points));
        if (points.Zip(points.Skip(1)).FirstOrDefault(pair => pair.First.RelativeQuarter == pair.Second.RelativeQuarter).First is { } twice)
            throw new ArgumentException($"The chart {name} has quarter {twice.RelativeQuarter} twice.", nameof(points));
    }

    private static object QuarterAxis(EventStudyPoint[] points, int first, int last, double step, ChartLanguage language)
    {
        // Where every quarter does not fit, the first and third of the year stand.
        var shown = points.Where(point => step >= RoomForEveryQuarter || point.Quarter.Month is 1 or 7).ToArray();
        var labels = shown.Select((point, i) => (
            point.RelativeQuarter.ToString(CultureInfo.InvariantCulture),
            QuarterLabel(point, withYear: i == 0 || point.Quarter.Month <= 3, language)));
        return new
        {
            field = "quarter",
            type = "quantitative",
            scale = new { domain = new[] { first - Half, last + Half }, nice = false, zero = false },
            axis = new { title = (string?)null, values = shown.Select(point => point.RelativeQuarter), labelExpr = Axes.Labels(labels), labelLineHeight = 15 },
        };
    }

    private static string[] QuarterLabel(EventStudyPoint point, bool withYear, ChartLanguage language)
    {
        var relative = ChartText.WithSign(point.RelativeQuarter, 0, language);
        var quarter = ChartText.QuarterOfYear(point.Quarter, language);
        return withYear ? [relative, quarter, ChartText.Year(point.Quarter)] : [relative, quarter];
    }

    private static object Intervals(EventStudyPoint[] points, object x, Func<string, object> y, int[] dash) => new
    {
        data = new { values = points.Where(point => point.Low is not null).Select(Row).ToArray() },
        mark = new { type = "rule", color = Palette.Focus, strokeWidth = 1.8, strokeDash = dash },
        encoding = new { x, y = y("low"), y2 = new { field = "high" } },
    };

    private static object Estimates(EventStudyPoint[] points, object x, Func<string, object> y) => new
    {
        data = new { values = points.Where(point => point.Estimate is not null).Select(Row).ToArray() },
        mark = new { type = "point", size = 62, opacity = 1, strokeWidth = 1.7, stroke = Palette.Focus },
        encoding = new
        {
            x,
            y = y("estimate"),
            fill = new { field = "kind", type = "nominal", scale = new { domain = Kinds, range = new[] { Palette.Focus, "#FFFFFF", "#CFE0EA" } }, legend = (object?)null },
            shape = new { field = "kind", type = "nominal", scale = new { domain = Kinds, range = new[] { "circle", "circle", "diamond" } }, legend = (object?)null },
        },
    };

    private static object Row(EventStudyPoint point) => new
    {
        quarter = point.RelativeQuarter,
        estimate = point.Estimate,
        low = point.Low,
        high = point.High,
        kind = Kinds[point.IsReference ? 1 : point.IsIncomplete ? 2 : 0],
    };

    /// <summary>Under the hollow point and between its neighbours' intervals: level where there is room, else upright.</summary>
    private static object ReferenceLabel(string label, double x, double zero, double step)
    {
        var width = NoteLook.Width(label);
        var right = x + (step * Half) - 5;
        return right - width > x - step + 6
            ? Draw.Text([label], right, zero + 18, NoteLook with { Align = "right" })
            : Draw.Text([label], x + 4, zero + 9, NoteLook with { Align = "right", Angle = -90 });
    }

    private static object[] Key(string label, double end) =>
    [
        Draw.Symbol(end - KeyLook.Width(label) - 12, -13, "diamond", 62, "#CFE0EA", Palette.Focus),
        Draw.Text([label], end, -9, KeyLook with { Align = "right" }),
    ];
}
