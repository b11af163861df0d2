using System.Globalization;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// Rows of Brå's files before their regions have codes: a table with at least <c>region</c> and <c>year</c> beside the file and row, into which
/// <c>plain</c> is put. Rows that are sums or parts of municipalities are taken out and counted, file by file.
/// </summary>
internal sealed class BraRows(StagedRows staged)
{
    public const string Table = "bra_rows";

    private const string Districts = "city_districts";

    private const string TwiceListed = $"select municipality_code from {RegionNames.Table} where last_year is not null";

    /// <summary>SQL after FROM: the rows with <c>municipality_code</c> where the region is known.</summary>
    public const string WithCodes = $"{Table} left join {RegionNames.Table} on name = plain";

    /// <summary>SQL: the municipality, null where the place is unknown, or the region as written for the check to report.</summary>
    public const string Municipality = "case when plain in ('okänd kommun', 'kommun okänd', 'okänd') then null else coalesce(municipality_code, region, '(tom)') end";

    /// <param name="columns">SQL over <see cref="GatheredRows"/>: the columns beside the file and row.</param>
    public void Create(string columns)
    {
        RegionNames.Load(staged);
        LoadDistricts();
        staged.Database.Execute(
            $"create table {Table} as select *, {RegionNames.Plain("region")} as plain from (select {GatheredRows.FileColumn}, {GatheredRows.RowColumn}, {columns} from {GatheredRows.Table})");
    }

    /// <summary>Takes out the country, police regions and counties, city districts, and names that are no longer in use in the row's year.</summary>
    public void SkipOtherRegions()
    {
        Skip($"(plain = 'hela landet' or plain like 'region %' or plain like '% län') and plain not in (select name from {RegionNames.Table})", "rows of the country, regions and counties");
        Skip($"regexp_replace(plain, '^(stockholm|göteborg|malmö)s?( kommun| stad)?[ ,:-]+', '') in (select name from {Districts})", "rows of city districts");
        Skip($"exists (select * from {RegionNames.Table} where name = plain and last_year < try_cast(regexp_extract(year, '[0-9]{{4}}') as integer))", "rows of a municipality under a code it no longer had");
    }

    /// <summary>
    /// A municipality that Brå lists twice under one name (Heby, in the county of before 2007 and in that of now) has its figures in one
    /// of the two rows and none in the other: the one without is taken out.
    /// </summary>
    /// <param name="key">The columns that must agree.</param>
    /// <param name="figure">SQL of a figure over the table's columns, as <c>{0}count</c> with the table's name in the place of {0}.</param>
    public void SkipEmptyTwins(IReadOnlyList<string> key, string figure)
    {
        // Most files have no row of such a municipality, and the search below is the dearest of all.
        if (staged.Database.Count($"select count(*) from {Table} where plain in (select name from {RegionNames.Table} where municipality_code in ({TwiceListed}))") == 0)
        {
            return;
        }

        var (own, twins) = (CodeOf($"{Table}.plain"), CodeOf("twin.plain"));
        var same = string.Join(" and ", key.Prepend(GatheredRows.FileColumn).Select(column => $"twin.{column} is not distinct from {Table}.{column}"));
        Skip(
            $"{own} in ({TwiceListed}) and {HasFigure($"{Table}.")} is null " +
            $"and exists (select * from {Table} as twin where {twins} = {own} and {same} and {HasFigure("twin.")} is not null)",
            "empty rows of a municipality that stands twice");

        static string CodeOf(string plain) => $"(select municipality_code from {RegionNames.Table} where name = {plain})";

        string HasFigure(string table) => $"try_cast({string.Format(CultureInfo.InvariantCulture, figure, table)} as double)";
    }

    /// <param name="what">What to say that was skipped; null: not worth a word.</param>
    public void Skip(string which, string? what)
    {
        var skipped = GatheredRows.Counts(staged, $"{Table} where {which}").ToList();
        if (skipped.Count == 0)
        {
            return;
        }

        staged.Database.Execute($"delete from {Table} where {which}");
        foreach (var (body, rows) in skipped.Where(_ => what is not null))
        {
            staged.Warn(string.Create(CultureInfo.InvariantCulture, $"{body.Origin}: {rows} {what} skipped."));
        }
    }

    private void LoadDistricts()
    {
        var list = CodeList.Registry(staged.Project, "city-districts");
        var forms = list.Rows.Select(row => RegionNames.PlainText(row[list.Index("name")]!))
            .SelectMany(name => new[] { name, name + "s" })
            .SelectMany(name => new[] { "", " stadsdel", " stadsområde", " stadsdelsområde", " stadsdelsnämnd", " stadsdelsnämndsområde" }, (name, kind) => name + kind)
            .Distinct(StringComparer.Ordinal);
        staged.Database.Execute($"create table {Districts} as select unnest({SqlText.Literals(forms)}) as name");
    }
}
