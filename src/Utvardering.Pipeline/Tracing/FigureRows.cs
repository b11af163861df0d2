using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Tracing;

/// <summary>Which rows of an indicator's own dataset a figure was made of, and the files they came in.</summary>
/// <param name="Code">The indicator's code in the dataset.</param>
/// <param name="Municipalities">Only of these; null: of all.</param>
/// <param name="Periods">Only of these, as dates; null: of all.</param>
internal sealed record FigureRows(string Code, IReadOnlyList<string>? Municipalities, IReadOnlyList<string>? Periods)
{
    // A dataset's column of indicators and of periods.
    private static readonly Dictionary<string, (string Code, string Period)> Columns = new(StringComparer.Ordinal)
    {
        ["reported_offences"] = ("offence_code", "month"),
        ["indicator_values"] = ("indicator_code", "make_date(year, 1, 1)"),
        ["deliveries"] = ("measure", "quarter"),
    };

    /// <summary>Landed body → its rows and where in it they stand; null where the dataset's figures can't be told apart.</summary>
    public IReadOnlyDictionary<string, (long Rows, long First, long Last)>? In(Vintage vintage)
    {
        if (!Columns.TryGetValue(vintage.Dataset, out var columns))
        {
            return null;
        }

        using var database = Database.OpenInMemory();
        string Among(string column, IReadOnlyList<string>? values) => values is null ? "" : $" and {column}::varchar in ({string.Join(", ", values.Select(SqlText.Literal))})";
        return database
            .Query(
                $"select landing_sha256, count(*), min(landing_row), max(landing_row) from read_parquet({SqlText.Literals(vintage.Parts)}) where {columns.Code} = ?{Among("municipality_code", Municipalities)}{Among(columns.Period, Periods)} group by all",
                row => (Body: row.GetString(0), Rows: row.GetInt64(1), First: row.GetInt64(2), Last: row.GetInt64(3)),
                Code)
            .ToDictionary(body => body.Body, body => (body.Rows, body.First, body.Last));
    }
}
