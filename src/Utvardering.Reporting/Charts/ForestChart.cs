using Utvardering.Reporting.Charts.Layout;

namespace Utvardering.Reporting.Charts;

/// <summary>
/// Effects with their intervals, one a row, beside what each could have shown: a pale bar from zero over the effects too small to be seen, and an
/// upright mark at the smallest that matters. An interval that reaches beyond the axis ends in an arrow.
/// </summary>
public static class ForestChart
{
    /// <summary>Beyond this size, in per cent, only estimates stretch the axis: an interval without a limit would flatten all the others.</summary>
    private const double FarEnough = 100;

    private const double LabelWidth = 196;
    private const double CountEnd = 256;
    private const double PlotLeft = 278;
    private const double EffectGap = 14;
    private const double LeastRow = 30;
    private const double RowGap = 14;
    private const double HalfMark = 9;
    private const double HalfBar = 7;

    private static readonly TextLook HeadLook = new(12, Palette.Ink, Bold: true);
    private static readonly TextLook LabelLook = new(12.5, Palette.Ink);
    private static readonly TextLook TickLook = new(12, Palette.Quiet, Align: "center");
    private static readonly TextLook KeyLook = new(12, Palette.Quiet);

    /// <exception cref="ArgumentException">No rows, or an estimate that is not finite.</exception>
    public static ChartSpec Make(ForestData data, ChartLanguage language)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Rows.Count == 0) throw new ArgumentException($"The chart {data.Name} has no rows.", nameof(data));
        if (data.Rows.FirstOrDefault(row => !double.IsFinite(row.Estimate)) is { } odd)
            throw new ArgumentException($"The chart {data.Name} has no finite estimate in the row {odd.Label}.", nameof(data));

        var width = Frame.Beside(0);
        var right = Math.Floor(width - Math.Max(data.Rows.Max(row => Bold(LabelLook, row).Width(row.Effect)), HeadLook.Width(data.EffectTitle)) - EffectGap);
        var scale = NiceScale.Over(data.Rows.SelectMany(Shown).Append(0), about: 6);
        double X(double value) => PlotLeft + ((Math.Clamp(value, scale.Low, scale.High) - scale.Low) / (scale.High - scale.Low) * (right - PlotLeft));

        var places = Places(data.Rows, out var height);
        var axis = height + 34;
        var specification = Specification.Layered(width, height,
        [
            .. Frame.Head(data.Texts, width, above: 34),
            Draw.Text([data.LabelTitle], 0, -10, HeadLook),
            Draw.Text([data.CountTitle], CountEnd, -10, HeadLook with { Align = "right" }),
            Draw.Text([data.EffectTitle], width, -10, HeadLook with { Align = "right" }),
            .. data.Rows.Zip(places).Where(row => row.First.Detectable is not null).Select(row => Draw.Bar(X(0), row.Second - HalfBar, X(row.First.Detectable!.Value), row.Second + HalfBar, Palette.Unseen)),
            Draw.Rule(X(0), -2, X(0), height + 10, Palette.Mark, 1, Draw.Solid),
            .. data.Rows.Zip(places).SelectMany(row => Row(row.First, row.Second, X, scale, width)),
            .. Axis(data, scale, X, height + 10, language),
            .. Key(data, axis + 30),
            Frame.Foot(data.Texts, width, axis + 76),
        ]);
        return new ChartSpec(data.Name, data.ResultId, language, data.Texts.Title, data.Texts.Description, specification);
    }

    private static IEnumerable<double> Shown(ForestRow row) =>
        [row.Estimate, row.Matters, Near(row.Low, row.Estimate), Near(row.High, row.Estimate), Near(row.Detectable ?? 0, row.Estimate)];

    private static double Near(double end, double estimate) => Math.Clamp(end, Math.Min(-FarEnough, estimate), Math.Max(FarEnough, estimate));

    /// <summary>The middle of each row.</summary>
    private static double[] Places(IReadOnlyList<ForestRow> rows, out double height)
    {
        var places = new double[rows.Count];
        height = 4;
        for (var i = 0; i < rows.Count; i++)
        {
            var tall = Math.Max(LeastRow, (Label(rows[i]).Count * LabelLook.LineHeight) + RowGap);
            places[i] = height + (tall / 2);
            height += tall;
        }

        return places;
    }

    private static IReadOnlyList<string> Label(ForestRow row) => Bold(LabelLook, row).Wrap(row.Label, LabelWidth);

    private static TextLook Bold(TextLook look, ForestRow row) => look with { Bold = row.IsLead };

    private static IEnumerable<object> Row(ForestRow row, double y, Func<double, double> x, NiceScale scale, double width)
    {
        var label = Label(row);
        var look = Bold(LabelLook, row);
        yield return Draw.Text(label, 0, y + 4 - ((label.Count - 1) * LabelLook.LineHeight / 2), look);
        yield return Draw.Text([row.Count], CountEnd, y + 4, look with { Align = "right" });
        yield return Draw.Text([row.Effect], width, y + 4, look with { Align = "right" });
        yield return Draw.Rule(x(row.Matters), y - HalfMark, x(row.Matters), y + HalfMark, Palette.Groups[1], 2, Draw.Solid);
        yield return Draw.Rule(x(row.Low), y, x(row.High), y, row.IsLead ? Palette.Ink : Palette.Reference, row.IsLead ? 2.2 : 1.5, Draw.Solid);
        if (row.Low < scale.Low) yield return Draw.Symbol(x(row.Low), y, "triangle-left", 44, Palette.Reference, Palette.Reference);
        if (row.High > scale.High) yield return Draw.Symbol(x(row.High), y, "triangle-right", 44, Palette.Reference, Palette.Reference);
        yield return Draw.Symbol(x(row.Estimate), y, "square", 74, row.IsLead ? Palette.Focus : "#FFFFFF", Palette.Focus);
    }

    private static IEnumerable<object> Axis(ForestData data, NiceScale scale, Func<double, double> x, double y, ChartLanguage language)
    {
        yield return Draw.Rule(x(scale.Low), y, x(scale.High), y, Palette.Mark, 1, Draw.Solid);
        foreach (var tick in scale.Ticks)
        {
            yield return Draw.Rule(x(tick), y, x(tick), y + 5, Palette.Mark, 1, Draw.Solid);
            yield return Draw.Text([ChartText.WithSign(tick, scale.Decimals, language)], x(tick), y + 19, TickLook);
        }

        yield return Draw.Text([data.AxisTitle], (x(scale.Low) + x(scale.High)) / 2, y + 37, TickLook);
    }

    private static IEnumerable<object> Key(ForestData data, double y)
    {
        yield return Draw.Rule(11, y - 13, 11, y + 5, Palette.Groups[1], 2, Draw.Solid);
        yield return Draw.Text([data.MattersLabel], 30, y, KeyLook);
        if (data.Rows.All(row => row.Detectable is null)) yield break;
        yield return Draw.Bar(0, y + 10, 22, y + 24, Palette.Unseen);
        yield return Draw.Text([data.DetectableLabel], 30, y + 21, KeyLook);
    }
}
