namespace Utvardering.Reporting.Charts.Layout;

/// <summary>Encodings of the two axes. Domains and ticks are given, never found by Vega: labels outside the plot are placed by the same numbers.</summary>
internal static class Axes
{
    /// <summary>A time axis with the given ticks.</summary>
    public static object Time(DateOnly from, DateOnly to, IReadOnlyList<TimeTick> ticks) => new
    {
        field = "date",
        type = "temporal",
        scale = new { type = "utc", domain = new[] { TimeAxis.Milliseconds(from), TimeAxis.Milliseconds(to) }, nice = false },
        axis = new
        {
            title = (string?)null,
            values = ticks.Select(tick => TimeAxis.Milliseconds(tick.Date)),
            labelExpr = Labels(ticks.Select(tick => (TimeAxis.Milliseconds(tick.Date).ToString(Invariant), tick.Label))),
        },
    };

    /// <summary>How far below the plot the source stands: below the labels of the ticks, be they one line or two.</summary>
    public static double SourceBelow(IReadOnlyList<TimeTick> ticks) => ticks.Any(tick => tick.Label.Length > 1) ? 64 : 50;

    /// <summary>A value axis; <paramref name="labels"/> gives the text of each tick, and null draws the grid only.</summary>
    public static object Value(string field, NiceScale scale, IReadOnlyList<string>? labels) => new
    {
        field,
        type = "quantitative",
        scale = new { domain = new[] { scale.Low, scale.High }, nice = false, zero = false },
        axis = new
        {
            title = (string?)null,
            values = scale.Ticks,
            labels = labels is not null,
            labelExpr = Labels(scale.Ticks.Zip(labels ?? [], (tick, label) => (tick.ToString("R", Invariant), new[] { label }))),
        },
    };

    /// <summary>A Vega expression that gives the text of a tick by its value.</summary>
    public static string Labels(IEnumerable<(string Value, string[] Lines)> labels)
    {
        var entries = labels.Select(label => $"{Quoted(label.Value)}:{(label.Lines.Length == 1 ? Quoted(label.Lines[0]) : $"[{string.Join(',', label.Lines.Select(Quoted))}]")}");
        return $"{{{string.Join(',', entries)}}}[+datum.value]";
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static string Quoted(string text) =>
        "'" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal) + "'";
}
