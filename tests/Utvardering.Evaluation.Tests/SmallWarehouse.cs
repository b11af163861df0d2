using System.Globalization;
using Utvardering.Testing;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Tests;

/// <summary>A real DuckDB warehouse of eleven municipalities with the marts that an evaluation reads.</summary>
internal sealed class SmallWarehouse : IDisposable
{
    public static readonly string[] Pilots = ["1490", "0305", "0880", "2281", "0486", "0380"];
    public static readonly string[] Supported = ["0580", "0181", "0191", "1488", "1480"];

    public static readonly RegistryFiles Registry = RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines"));

    public SmallWarehouse()
    {
        Database.Execute("""
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
        Group("pilot", Pilots);
        Group("bra-supported", Supported);
    }

    public Database Database { get; } = Database.OpenInMemory();

    /// <summary>Adds municipalities, all of one SKR group and 100 000 inhabitants, and puts them into a group.</summary>
    public void Group(string group, IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            Database.Execute("insert into core.group_member values (?, ?)", group, code);
            Database.Execute("insert into core.municipality values (?, ?, 'B3')", code, Registry.Municipalities.Single(municipality => municipality.Code == code).Name);
            Database.Execute("insert into core.population_year_end values (?, 'total', 2023, 100000)", code);
        }
    }

    /// <summary>Adds hours of support by the evaluated programme.</summary>
    public void Support(string municipality, DateOnly month, double hours) => Database.Execute(
        "insert into marts.implementation values ('forstarkningsteam', ?, cast(? as date), ?)", municipality, month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), hours);

    /// <summary>Adds a count over 100 000 inhabitants, so that the rate per 100 000 is the count.</summary>
    public void Count(string indicator, string municipality, DateOnly period, double? count, string origin = "published", double denominator = 100_000)
        => Database.Execute(
            "insert into marts.municipality_series select ?, ?, name, cast(? as date), ?, ?, ?, '', '', ?, 'feed', 'abc' from core.municipality where municipality_code = ?",
            indicator, municipality, period.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), count, denominator, count, origin, municipality);

    /// <summary>Makes the groups' series of what was added.</summary>
    public void Sum() => Database.Execute("""
        insert into marts.group_series
        select indicator_id, group_id, period_start, sum(numerator), sum(denominator), 100000 * sum(numerator) / sum(denominator), count(value), count(*), '', sum(numerator)
        from marts.municipality_series join core.group_member using (municipality_code) group by all
        """);

    public void Dispose() => Database.Dispose();
}
