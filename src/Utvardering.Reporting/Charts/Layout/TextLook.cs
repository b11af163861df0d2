namespace Utvardering.Reporting.Charts.Layout;

/// <summary>How a text is set: sizes in pixels, angle in degrees clockwise.</summary>
internal sealed record TextLook(double Size, string Color, bool Bold = false, bool Italic = false, string Align = "left", double Angle = 0)
{
    public double LineHeight => Math.Round(Size * 1.22);

    public double Width(string text) => TextWidth.Of(text, Size, Bold);

    public IReadOnlyList<string> WrapEvenly(string text, double width) => TextWidth.WrapEvenly(text, width, Size, Bold);

    public IReadOnlyList<string> Wrap(string text, double width) => TextWidth.Wrap(text, width, Size, Bold);
}
