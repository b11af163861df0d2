namespace Utvardering.Reporting.Charts.Layout;

/// <summary>Colours of at least 4.5:1 against white. Groups differ by dash as well, so that a chart reads in grey.</summary>
internal static class Palette
{
    public const string Ink = "#1F1F1F";
    public const string Quiet = "#555555";
    public const string Mark = "#444444";
    public const string Reference = "#6B6B6B";
    public const string Focus = "#0B5C8C";

    /// <summary>A ground for marks, not a mark: what was too small to be seen.</summary>
    public const string Unseen = "#DCE4EA";
    public const string BannerFill = "#FFF1C2";
    public const string BannerEdge = "#8A6A00";
    public const string BannerInk = "#5A4400";

    public static readonly string[] Groups = [Focus, "#B4581A", "#4F4A6B"];

    /// <summary>Vega's dash patterns: solid, dashed, dotted.</summary>
    public static readonly int[][] Dashes = [[1, 0], [7, 3], [2, 3]];
}
