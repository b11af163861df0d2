using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Spreadsheets;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>How a sheet is laid out. Rows are counted from 1, columns by letters, as Excel shows them.</summary>
/// <param name="Sheet">Regular expression on the sheet's whole name; null: the first sheet.</param>
/// <param name="HeaderRows">Rows whose cells head the figures.</param>
/// <param name="FirstRow">The first row with figures.</param>
/// <param name="Ends">Regular expression on a row's first filled cell: the table ends before the first row that matches (sources, footnotes).</param>
/// <param name="FillDown">Columns in which a blank cell means the same as above.</param>
/// <param name="FillRight">Header rows in which a blank cell means the same as to the left.</param>
/// <param name="Values">First and last column of figures (last null: as far as the last header row is filled); null: one row of the sheet is one row.</param>
internal sealed record ExcelSettings(
    string? Sheet,
    IReadOnlyList<int> HeaderRows,
    int FirstRow,
    string? Ends,
    IReadOnlyList<int> FillDown,
    IReadOnlyList<int> FillRight,
    (int First, int? Last)? Values,
    TidyMapping Mapping) : AdapterSettings
{
    public static ExcelSettings Read(SettingsNode source, IReadOnlyList<string> fields)
    {
        var table = source["table"];
        var settings = new ExcelSettings(
            table.Find("sheet")?.Text(),
            Rows(table.Find("headerRows")),
            table["firstRow"].Positive(),
            table.Find("ends")?.Text(),
            [.. table.Find("fillDown")?.Items().Select(item => Column(item, item.Text())) ?? []],
            Rows(table.Find("fillRight")),
            table.Find("values") is { } values ? Range(values) : null,
            TidyMapping.Read(source, fields));
        return table.Done(settings.Values is not null && settings.HeaderRows.Count == 0
            ? throw table.Fault("has 'values' (a range of columns) but no 'headerRows' to tell them apart")
            : settings);
    }

    private static List<int> Rows(SettingsNode? list) => [.. list?.Items().Select(item => item.Positive()) ?? []];

    private static (int, int?) Range(SettingsNode node) => node.Text().Split('-') switch
    {
        [var first, ""] => (Column(node, first), null),
        [var first, var last] when Column(node, first) <= Column(node, last) => (Column(node, first), Column(node, last)),
        _ => throw node.Fault($"is '{node.Text()}', which is no range of columns such as C-X or C-"),
    };

    private static int Column(SettingsNode node, string letters) => ColumnLetters.Parse(letters) ?? throw node.Fault($"has '{letters}', which is no column such as C");
}
