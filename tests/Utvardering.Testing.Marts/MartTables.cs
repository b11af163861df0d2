using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Testing.Marts;

/// <summary>The marts that an evaluation reads, in a real DuckDB, filled with figures of a test or a simulation.</summary>
/// <param name="registry">Gives the municipalities' names and SKR groups.</param>
public sealed class MartTables(RegistryFiles registry) : IDisposable
{
    private readonly Database database = Create();
    private readonly Dictionary<string, Municipality> municipalities = registry.Municipalities.ToDictionary(municipality => municipality.Code, StringComparer.Ordinal);
    private readonly List<object?[]> cells = [];

    /// <summary>The tables with all that was added.</summary>
    public Database Database
    {
        get
        {
            if (cells.Count > 0)
            {
                Fill("marts", "municipality_series", cells);
                cells.Clear();
            }

            return database;
        }
    }

    /// <summary>Adds a municipality, with the same number of inhabitants in all the years.</summary>
    /// <param name="code">Of the registry.</param>
    /// <param name="population">Inhabitants.</param>
    /// <param name="skrGroup">Null: the registry's.</param>
    public void Place(string code, double population, string? skrGroup = null)
    {
        Fill("core", "municipality", [[code, municipalities[code].Name, skrGroup ?? municipalities[code].SkrGroup]]);
        Fill("core", "population_year_end", Enumerable.Range(2015, 12).Select(year => new object?[] { code, "total", year, population }));
    }

    /// <summary>Puts municipalities into a comparison group.</summary>
    public void Group(string group, IEnumerable<string> codes) => Fill("core", "group_member", codes.Select(code => new object?[] { group, code }));

    /// <summary>Adds hours of support by the evaluated programme.</summary>
    public void Support(string municipality, DateOnly month, double hours) => Fill("marts", "implementation", [["forstarkningsteam", municipality, month, hours]]);

    /// <summary>Adds one figure; null is not available.</summary>
    public void Add(string indicator, string municipality, DateOnly period, double? numerator, double? denominator, double? value, string origin = "published") => cells.Add(
        [indicator, municipality, municipalities[municipality].Name, period, numerator, denominator, value, value is null ? "not_available" : "", "", origin, "feed", "abc"]);

    /// <summary>Makes the groups' series of what was added.</summary>
    public void Sum() => Database.Execute("""
        insert into marts.group_series
        select indicator_id, group_id, period_start, sum(numerator), sum(denominator), 100000 * sum(numerator) / sum(denominator), count(value), count(*), '', sum(numerator)
        from marts.municipality_series join core.group_member using (municipality_code) group by all
        """);

    public void Dispose() => database.Dispose();

    private static Database Create()
    {
        var database = Database.OpenInMemory();
        database.Execute("""
            create schema core; create schema marts;
            create table core.group_member (group_id varchar, municipality_code varchar);
            create table core.municipality (municipality_code varchar, name varchar, skr_group varchar);
            create table core.population_year_end (municipality_code varchar, band varchar, year integer, population double);
            create table marts.implementation (programme_id varchar, municipality_code varchar, month date, hours double);
            create table marts.municipality_series (indicator_id varchar, municipality_code varchar, municipality varchar, period_start date,
                numerator double, denominator double, value double, status varchar, exposure_status varchar, origin varchar, source varchar, vintage varchar);
            create table marts.group_series (indicator_id varchar, group_id varchar, period_start date, numerator double, denominator double,
                value double, municipalities bigint, members bigint, exposure_status varchar, persons bigint);
            """);
        return database;
    }

    private void Fill(string schema, string table, IEnumerable<object?[]> rows)
    {
        using var appender = database.Append(table, schema);
        appender.AppendAll(rows);
    }
}
