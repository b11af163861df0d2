using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The municipalities' own counts: <c>kommunkod;kvartal;åldersgrupp;kön;mått;antal;av</c>, one row a municipality, quarter, group and measure.
/// A column that is not one of these refuses the file: it may hold what should never have been sent.
/// </summary>
internal sealed class DeliveryCsv : FileAdapter
{
    private static readonly Dictionary<string, string> ColumnOf = new(StringComparer.Ordinal)
    {
        ["municipality_code"] = "kommunkod",
        ["quarter"] = "kvartal",
        ["age_group"] = "åldersgrupp",
        ["sex"] = "kön",
        ["measure"] = "mått",
        ["numerator"] = "antal",
        ["denominator"] = "av",
    };

    public override string Name => "delivery-csv";

    public override IReadOnlyList<string> Datasets => ["deliveries"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        staged.Problems.Columns[body.Sha256] = ColumnOf;
        if (CsvReading.Read(staged, body, new(';', staged.Source.Encoding)) is not { } table)
        {
            return;
        }

        foreach (var unknown in table.Header.Where(title => !ColumnOf.Values.Contains(title, StringComparer.OrdinalIgnoreCase)))
        {
            staged.Problems.Add(body, FileProblems.UnknownColumn(unknown));
        }

        if (CsvColumns.Find(staged, body, table, ColumnOf.Values) is not { } cells)
        {
            return;
        }

        staged.Insert(body, table.Row, ColumnOf.ToDictionary(pair => pair.Key, pair => Converted(pair.Key, cells[pair.Value])),
            $"{table.Table} where coalesce({string.Join(", ", cells.Values)}) is not null");
    }

    private static string Converted(string field, string cell) => field switch
    {
        "quarter" => Quarter(cell),
        "age_group" => $"regexp_replace(replace({cell}, '–', '-'), '\\s|år', '', 'g')",
        "sex" => $"case lower({cell}) when 'flickor' then 'girls' when 'pojkar' then 'boys' else {cell} end",
        _ => cell,
    };

    /// <summary>2024K1 → 2024-01-01.</summary>
    private static string Quarter(string cell) =>
        $"case when regexp_full_match({cell}, '[0-9]{{4}}[Kk][1-4]') " +
        $"then left({cell}, 4) || '-' || lpad(cast(3 * cast(right({cell}, 1) as integer) - 2 as varchar), 2, '0') || '-01' else {cell} end";
}
