using System.Globalization;

namespace Utvardering.Reporting.Charts.Layout;

/// <summary>The layers of one line over time.</summary>
internal static class Trend
{
    /// <summary>All numbers of the points that are drawn, for the value axis.</summary>
    public static IEnumerable<double> Values(IEnumerable<TrendPoint> points) =>
        points.SelectMany(point => new[] { point.Value, point.Raw, point.Low, point.High }).OfType<double>();

    /// <summary>The last point that has a value, or null.</summary>
    public static TrendPoint? Last(TrendLine line) => line.Points.LastOrDefault(point => point.Value is not null);

    /// <summary>What stands behind all lines: the band and the thin raw line, those that there are. <paramref name="y"/> makes the encoding of a field.</summary>
    public static IEnumerable<object> Back(IReadOnlyList<TrendPoint> points, object x, Func<string, object> y, LineLook look)
    {
        if (points.Any(point => point.Low is not null && point.High is not null))
        {
            yield return new
            {
                data = Rows(points),
                mark = new { type = "area", color = look.Color, opacity = 0.16 },
                encoding = new { x, y = y("low"), y2 = new { field = "high" } },
            };
        }

        if (points.Any(point => point.Raw is not null))
            yield return Line("raw", points, x, y, look with { Width = 0.9, Dash = Draw.Solid }, opacity: 0.38);
    }

    /// <summary>The line itself, with a dot where a value stands alone and a line would have no length.</summary>
    public static IEnumerable<object> Front(IReadOnlyList<TrendPoint> points, object x, Func<string, object> y, LineLook look)
    {
        yield return Line("value", points, x, y, look, opacity: 1);
        if (Lonely(points) is not { Length: > 0 } lonely) yield break;
        yield return new
        {
            data = Rows(lonely),
            mark = new { type = "point", filled = true, color = look.Color, size = 16, opacity = 1 },
            encoding = new { x, y = y("value") },
        };
    }

    private static object Line(
        string field, IReadOnlyList<TrendPoint> points, object x, Func<string, object> y, LineLook look, double opacity) => new
    {
        data = Rows(points),
        mark = new { type = "line", color = look.Color, strokeWidth = look.Width, strokeDash = look.Dash, strokeJoin = "round", opacity },
        encoding = new { x, y = y(field) },
    };

    private static TrendPoint[] Lonely(IReadOnlyList<TrendPoint> points) =>
        [.. points.Where((point, i) => point.Value is not null
            && (i == 0 || points[i - 1].Value is null)
            && (i == points.Count - 1 || points[i + 1].Value is null))];

    private static object Rows(IReadOnlyList<TrendPoint> points) => new
    {
        values = points.Select(point => new
        {
            date = point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            value = point.Value,
            raw = point.Raw,
            low = point.Low,
            high = point.High,
        }),
    };
}
