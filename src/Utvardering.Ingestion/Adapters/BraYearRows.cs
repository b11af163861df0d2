using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// From <see cref="BraRows"/> with the columns row, region, offence, year ("2025", "2026 prel."), count and rate per 100 000 to
/// <c>reported_offences_year</c>.
/// </summary>
internal static class BraYearRows
{
    public static void NameColumns(StagedRows staged, LandedBody body, string region, string offence, string year, string count, string rate) =>
        staged.Problems.Columns[body.Sha256] = new Dictionary<string, string>
        {
            ["municipality_code"] = region, ["offence"] = offence, ["first_year"] = year, ["last_year"] = year,
            ["count"] = count, ["rate"] = rate, ["status"] = count,
        };

    /// <param name="region">SQL over <see cref="GatheredRows"/>, as the others.</param>
    /// <param name="count">As written.</param>
    /// <param name="rate">As written.</param>
    public static BraRows Of(StagedRows staged, string region, string offence, string year, string count, string rate)
    {
        var rows = new BraRows(staged);
        rows.Create($"{region} as region, {offence} as offence, {year} as year, {TextMacros.Number(count)} as count, {TextMacros.Number(rate)} as rate");
        return rows;
    }

    /// <param name="rows">Those of <see cref="Of"/>, less what the file's form takes out.</param>
    public static void Insert(StagedRows staged, BraRows rows, string adapter)
    {
        rows.SkipOtherRegions();
        rows.SkipEmptyTwins(["offence", "year"], "coalesce({0}count, {0}rate)");
        var marks = SourceMarks.Of(staged.Project, adapter);
        var (count, rate) = (marks.ValueSql("count"), marks.ValueSql("rate"));
        const string Year = "regexp_replace(year, ' ?prel[.]?$', '')";
        staged.Insert(new Dictionary<string, string>
        {
            ["offence"] = "regexp_replace(offence, '\\s+', ' ', 'g')",
            ["municipality_code"] = BraRows.Municipality,
            ["first_year"] = Year,
            ["last_year"] = Year,
            ["count"] = count,
            ["rate"] = rate,
            ["rate_per"] = $"case when {rate} is not null then '100000' end",
            // One of the two is enough; the mark of the count speaks for both, or that of the rate where counts were not asked for.
            ["status"] = $"case when {count} is null and {rate} is null then {marks.StatusSql("coalesce(count, rate)")} when year like '%prel%' then 'preliminary' end",
        }, BraRows.WithCodes);
    }
}
