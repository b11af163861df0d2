namespace Utvardering.Reporting.Charts.Layout;

/// <summary>The measures of a grid of panels as wide as every chart, in pixels.</summary>
internal sealed record PanelGrid(int Columns, double PanelWidth, double AxisWidth, double ColumnSpace)
{
    public const double PanelHeight = 96;
    public const double RowSpace = 72;
    private const int MostColumns = 4;
    private const double Gap = 22;

    /// <summary>The width of all columns and the spaces between them.</summary>
    public double Width => (PanelWidth * Columns) + (ColumnSpace * (Columns - 1));

    /// <param name="cells">Panels and key together.</param>
    /// <param name="axisWidth">Room for the labels of a value axis: once at the left, or before each panel when each has its own.</param>
    /// <param name="axisInEachPanel">Whether each panel has its own value axis.</param>
    public static PanelGrid Of(int cells, double axisWidth, bool axisInEachPanel)
    {
        var columns = Math.Min(MostColumns, cells);
        var space = axisInEachPanel ? axisWidth + 14 : Gap;
        var panel = Math.Floor((Frame.Beside(axisWidth) - 8 - (space * (MostColumns - 1))) / MostColumns);
        return new PanelGrid(columns, panel, axisWidth, space);
    }
}
