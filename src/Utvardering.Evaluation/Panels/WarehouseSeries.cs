using System.Data.Common;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Panels;

/// <summary>Reads series and group members from the warehouse's marts.</summary>
internal sealed class WarehouseSeries(Database warehouse)
{
    /// <summary>The members of every group.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; } = warehouse
        .Query(WarehouseQueries.Members, row => (Group: row.GetString(0), Municipality: row.GetString(1)))
        .GroupBy(member => member.Group)
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.Select(member => member.Municipality)], StringComparer.Ordinal);

    /// <summary>The names of the municipalities.</summary>
    public IReadOnlyDictionary<string, string> Names { get; } = warehouse
        .Query(WarehouseQueries.Names, row => (Code: row.GetString(0), Name: row.GetString(1)))
        .ToDictionary(municipality => municipality.Code, municipality => municipality.Name, StringComparer.Ordinal);

    /// <summary>An indicator's series, or null where no feed of the run holds it.</summary>
    public IndicatorSeries? Read(Indicator indicator)
    {
        var feeds = warehouse.Query(
            WarehouseQueries.Feeds,
            row => (Origin: row.GetString(0), Source: row.GetString(1), Vintage: row.GetString(2)),
            indicator.Id);
        return feeds.Count switch
        {
            0 => null,
            1 => new IndicatorSeries(indicator, feeds[0].Origin, feeds[0].Source, feeds[0].Vintage, Cells(indicator), Groups(indicator)),
            _ => throw new InvalidOperationException($"{indicator.Id} comes from {feeds.Count} feeds in one run: the model's key should have stopped this."),
        };
    }

    private IReadOnlyList<SeriesCell> Cells(Indicator indicator) => warehouse.Query(
        WarehouseQueries.Cells,
        row => new SeriesCell(
            row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), Number(row, 3), Number(row, 4), Number(row, 5), Text(row, 6) ?? "", Text(row, 7)),
        indicator.Id);

    private IReadOnlyList<GroupCell> Groups(Indicator indicator) => warehouse.Query(
        WarehouseQueries.Groups,
        row => new GroupCell(
            row.GetString(0), row.GetFieldValue<DateOnly>(1), Number(row, 2), Number(row, 3), Number(row, 4), row.GetInt32(5), row.GetInt32(6), Text(row, 7),
            row.IsDBNull(8) ? null : row.GetInt64(8)),
        indicator.Id);

    private static double? Number(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetDouble(i);

    private static string? Text(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);
}
