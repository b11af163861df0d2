using System.Globalization;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The monthly export an analyst downloads from Brå's statistics site: <c>Region;Brott;År;Period;Antal;/100 000 inv</c>,
/// rows with a trailing delimiter, "2026 prel." for preliminary years, <c>..</c> for missing.
/// Rows of the country, of regions and counties, and of whole chapters of the criminal code are sums of others: skipped and counted.
/// </summary>
internal sealed class BraSolText : FileAdapter
{
    private static readonly string[] Columns = ["Region", "Brott", "År", "Period", "Antal"];

    private static readonly string[] Months =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    public override string Name => "bra-sol-text";

    public override IReadOnlyList<string> Datasets => ["reported_offences"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    protected override void StageFile(StagedRows staged, LandedBody body)
    {
        staged.Problems.Columns[body.Sha256] = new Dictionary<string, string>
        {
            ["municipality_code"] = "Region", ["offence_code"] = "Brott", ["month"] = "År och Period", ["count"] = "Antal", ["status"] = "Antal",
        };
        if (CsvReading.Read(staged, body, new(';', staged.Source.Encoding, Ragged: true)) is not { } table
            || CsvColumns.Find(staged, body, table, Columns) is not { } cells)
        {
            return;
        }

        RegionNames.Load(staged.Database, CodeList.Municipalities(staged.Project));
        var marks = SourceMarks.Of(staged.Project, Name);
        staged.Database.Execute($"""
            create or replace table sol_rows as
            select {table.Row} as row, {cells["Region"]} as region, {cells["Brott"]} as offence, {cells["År"]} as year, {cells["Period"]} as period,
                regexp_replace({cells["Antal"]}, '[\s\x{"{A0}"}]', '', 'g') as number, {RegionNames.Plain(cells["Region"])} as plain
            from {table.Table}
            """);
        Skip(staged, body, "region = 'Region' and offence = 'Brott'", "repeated headers");
        Skip(staged, body, "coalesce(region, offence, year, period, number) is null", null);
        Skip(staged, body, $"(plain = 'hela landet' or plain like 'region %' or plain like '% län') and plain not in (select name from {RegionNames.Table})", "rows of the country, regions and counties");
        Skip(staged, body, "regexp_matches(offence, '^[0-9]+(-[0-9]+)? kap[.]')", "rows of whole chapters");
        staged.Insert(body, "row", new Dictionary<string, string>
        {
            ["offence_code"] = "coalesce(nullif(regexp_extract(offence, '^([0-9]{4})([^0-9]|$)', 1), ''), offence)",
            ["municipality_code"] = "case when plain = 'okänd kommun' then null else coalesce(municipality_code, region, '(tom)') end",
            ["month"] = Month(),
            ["count"] = Marked(marks, meaning => meaning.Value, "number"),
            ["status"] = Marked(marks, meaning => meaning.Status, "case when year like '%prel%' then 'preliminary' end"),
        }, $"sol_rows left join {RegionNames.Table} on name = plain");
    }

    private static void Skip(StagedRows staged, LandedBody body, string which, string? what)
    {
        var skipped = staged.Database.Count($"select count(*) from sol_rows where {which}");
        staged.Database.Execute($"delete from sol_rows where {which}");
        if (skipped > 0 && what is not null)
        {
            staged.Warn(string.Create(CultureInfo.InvariantCulture, $"{body.Origin}: {skipped} {what} skipped."));
        }
    }

    /// <summary>"2026 prel." and "Aug" → 2026-08-01; what is no month stays as it is written.</summary>
    private static string Month()
    {
        var months = string.Join(' ', Months.Select((name, index) =>
            string.Create(CultureInfo.InvariantCulture, $"when {SqlText.Literal(name[..3])} then '{index + 1:00}' when {SqlText.Literal(name)} then '{index + 1:00}'")
                .Replace("when 'maj' then '05' when 'maj'", "when 'maj'", StringComparison.Ordinal)));
        return "case when regexp_full_match(year, '[0-9]{4}( ?prel[.]?)?') " +
            $"then coalesce(left(year, 4) || '-' || (case lower(rtrim(period, '.')) {months} end) || '-01', concat_ws(' ', year, period)) else concat_ws(' ', year, period) end";
    }

    private static string Marked(SourceMarks marks, Func<(string? Value, string? Status), string?> part, string otherwise) =>
        $"case coalesce(number, '') {string.Join(' ', marks.All.Select(mark => $"when {SqlText.Literal(mark)} then {Literal(part(marks.Meaning(mark)))}"))} else {otherwise} end";

    private static string Literal(string? text) => text is null ? "null" : SqlText.Literal(text);
}
