using System.Globalization;
using System.Text.Json.Nodes;
using Utvardering.Ingestion;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Benchmarks.Warehouse;

/// <summary>
/// A lake of made-up key figures: indicators × 312 units × the years 1995–2024, one row each, and the inhabitants to weigh them by. Every
/// cell is a function of the row's number alone, and the rows are written as the lake writes them, in the order of the key.
/// </summary>
internal static class ManyFigures
{
    public const int Years = 30;
    private const int First = 1995;
    private static readonly DateTimeOffset Retrieved = new(2025, 6, 1, 4, 15, 0, TimeSpan.Zero);

    /// <returns>How many rows of figures there are: whole indicators.</returns>
    public static long Write(WarehouseWorkplace place, int indicators)
    {
        using var database = new WorkDatabase(place.Spill);
        var rows = (long)indicators * ManyIndicators.Units * Years;
        var units = $"[{string.Join(", ", ManyIndicators.Codes(place.Pipelines).Select(code => $"'{code}'"))}]";

        // Two rows in a hundred lack their value, one is preliminary; the others have one decimal.
        Publish(database, place, "indicator_values", ["indicator_code", "municipality_code", "year", "sex", "value", "status"], Text($"""
            select
                printf('N%05d', i // {ManyIndicators.Units * Years}) as indicator_code,
                {units}[1 + i // {Years} % {ManyIndicators.Units}] as municipality_code,
                ({First} + i % {Years})::integer as year,
                'total' as sex,
                case when hash(i) % 100 >= 2 then (hash(i) // 100 % 100000) / 10.0 end::double as value,
                case hash(i) % 100 when 0 then 'suppressed' when 1 then 'not_available' when 2 then 'preliminary' end as status,
                repeat('0', 64) as landing_sha256,
                i as landing_row
            from range({rows}) as row (i)
            """));
        Publish(database, place, "population", ["municipality_code", "reference_date", "age_group", "sex", "population", "status"], Text($"""
            select
                {units}[1 + i // {22 * (Years + 1)}] as municipality_code,
                make_date({First} - 1 + i // 22 % {Years + 1}, 12, 31) as reference_date,
                case i % 22 when 21 then 'total' else (i % 22)::varchar end as age_group,
                'total' as sex,
                case i % 22 when 21 then 5000 + hash(i) % 100000 else 50 + hash(i) % 1000 end::bigint as population,
                null::varchar as status,
                repeat('0', 64) as landing_sha256,
                i::bigint as landing_row
            from range({22 * (Years + 1) * ManyIndicators.Units}) as row (i)
            """));
        return rows;
    }

    private static void Publish(WorkDatabase database, WarehouseWorkplace place, string dataset, IReadOnlyList<string> content, string select)
    {
        Directory.CreateDirectory(place.Spill);
        place.Lake.Publish(database, new VintageDraft
        {
            Dataset = dataset,
            Source = "made-up-" + dataset.Replace('_', '-'),
            Retrieved = Retrieved,
            Select = null,
            Part = ParquetPart.Write(database, select, Path.Combine(place.Spill, "part.parquet")),
            ContentColumns = content,
            ProvenanceColumns = Ingestor.ProvenanceColumns,
            Key = content,
            Schema = new JsonObject(),
            SourceTitle = new("Mätning", "Benchmark"),
            Attribution = new("Mätning", "Benchmark"),
            Origin = "published",
            Synthetic = true,
            Landing = [],
        });
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
