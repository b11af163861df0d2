using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Evaluation.Panels;

/// <summary>Reads how much support was given.</summary>
internal static class SupportHours
{
    /// <summary>Hours of a programme's support, by municipality and month; a municipality without a log is not there.</summary>
    public static IReadOnlyDictionary<(string Municipality, DateOnly Month), double> Read(Database warehouse, string programme) => warehouse
        .Query(
            WarehouseQueries.Hours,
            row => (Key: (row.GetString(0), row.GetFieldValue<DateOnly>(1)), Hours: row.GetDouble(2)),
            programme)
        .ToDictionary(row => row.Key, row => row.Hours);
}
