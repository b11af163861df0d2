namespace Utvardering.Reporting.Charts;

/// <summary>
/// A drawn chart. <paramref name="Svg"/> can stand as it is in an HTML page: its ids are its own, and it bears language, title and description.
/// Its text is set in Source Sans 3, which the page should supply. <paramref name="Png"/> (null unless asked for) needs no font.
/// </summary>
public sealed record RenderedChart(string Svg, byte[]? Png);
