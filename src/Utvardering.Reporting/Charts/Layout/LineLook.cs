namespace Utvardering.Reporting.Charts.Layout;

/// <summary>How a line is drawn: width in pixels, dash as Vega's pattern.</summary>
internal sealed record LineLook(string Color, int[] Dash, double Width);
