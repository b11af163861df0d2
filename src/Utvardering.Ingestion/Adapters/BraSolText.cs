using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// The monthly export an analyst downloads from Brå's statistics site: <c>Region;Brott;År;Period;Antal;/100 000 inv</c>,
/// rows with a trailing delimiter, "2026 prel." for preliminary years, <c>..</c> for missing.
/// Rows of the country, of regions and counties, of quarters and years, and of whole chapters of the criminal code are sums of others:
/// skipped and counted.
/// </summary>
internal sealed class BraSolText : FileAdapter
{
    private static readonly string[] Columns = ["Region", "Brott", "År", "Period", "Antal"];

    public override string Name => "bra-sol-text";

    public override IReadOnlyList<string> Datasets => ["reported_offences"];

    public override AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => new NoSettings();

    protected override void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies)
    {
        var gathered = BraSolFiles.Gather(staged, bodies, Columns, body => staged.Problems.Columns[body.Sha256] = new Dictionary<string, string>
        {
            ["municipality_code"] = "Region", ["offence_code"] = "Brott", ["month"] = "År och Period", ["count"] = "Antal", ["status"] = "Antal",
        });
        if (!gathered.Any)
        {
            return;
        }

        var rows = new BraRows(staged);
        rows.Create(
            $"{gathered.Of("Region")} as region, {gathered.Of("Brott")} as offence, {gathered.Of("År")} as year, {gathered.Of("Period")} as period, " +
            $"{TextMacros.Number(gathered.Of("Antal"))} as number");
        rows.Skip("region = 'Region' and offence = 'Brott'", "repeated headers");
        rows.Skip("coalesce(region, offence, year, period, number) is null", null);
        rows.SkipOtherRegions();
        rows.SkipEmptyTwins(["offence", "year", "period"], "{0}number");
        rows.Skip("regexp_matches(offence, '^[0-9]+(-[0-9]+)? kap[.]')", "rows of whole chapters");
        rows.Skip("regexp_matches(lower(period), '^(helår|kvartal [1-4])$')", "rows of quarters and whole years");
        var marks = SourceMarks.Of(staged.Project, Name);
        staged.Insert(new Dictionary<string, string>
        {
            ["offence_code"] = "coalesce(nullif(regexp_extract(offence, '^([0-9]{4})([^0-9]|$)', 1), ''), offence)",
            ["municipality_code"] = BraRows.Municipality,
            ["month"] = Month(),
            ["count"] = marks.ValueSql("number"),
            ["status"] = marks.StatusSql("number", "case when year like '%prel%' then 'preliminary' end"),
        }, BraRows.WithCodes);
    }

    /// <summary>"2026 prel." and "Aug" → 2026-08-01; what is no month stays as it is written.</summary>
    private static string Month()
    {
        const string Written = "regexp_replace(year, ' ?prel[.]?$', '') || ' ' || period";
        return $"case when {TextMacros.Month(Written)} <> {Written} then {TextMacros.Month(Written)} else concat_ws(' ', year, period) end";
    }
}
