using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Plans;

/// <summary>The marts that an evaluation reads, filled with figures of a simulation.</summary>
internal sealed class MartTables : IDisposable
{
    private readonly List<object?[]> cells = [];
    private readonly RegistryFiles registry;
    private readonly Dictionary<string, string> names;

    /// <param name="registry">The registry: groups are those of its programmes.</param>
    /// <param name="pilots">The municipalities that stand in the pilots' place; null: the pilots.</param>
    /// <param name="population">Inhabitants by municipality.</param>
    public MartTables(RegistryFiles registry, IReadOnlyCollection<string>? pilots, Func<string, double> population)
    {
        this.registry = registry;
        names = registry.Municipalities.ToDictionary(municipality => municipality.Code, municipality => municipality.Name, StringComparer.Ordinal);
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
        var members = Members(pilots);
        Fill("core", "group_member", members.SelectMany(group => group.Value, (group, code) => new object?[] { group.Key, code }));
        Fill("core", "municipality", registry.Municipalities.Select(municipality => new object?[] { municipality.Code, municipality.Name, municipality.SkrGroup }));
        Fill("core", "population_year_end", registry.Municipalities.SelectMany(
            municipality => Enumerable.Range(2015, 12), (municipality, year) => new object?[] { municipality.Code, "total", year, population(municipality.Code) }));
    }

    public Database Database { get; } = Database.OpenInMemory();

    /// <summary>Adds one figure; null is not available.</summary>
    public void Add(string indicator, string municipality, DateOnly period, double? numerator, double? denominator, double? value) =>
        cells.Add([indicator, municipality, names[municipality], period, numerator, denominator, value, value is null ? "not_available" : "", "", "published", "simulated", "v"]);

    /// <summary>Writes what was added.</summary>
    public void Done() => Fill("marts", "municipality_series", cells);

    public void Dispose() => Database.Dispose();

    private Dictionary<string, IReadOnlyList<string>> Members(IReadOnlyCollection<string>? pilots)
    {
        IReadOnlyList<string> Of(string programme) => [.. registry.Programmes.Single(candidate => candidate.Id == programme).Participants.Select(part => part.Municipality).OfType<string>()];
        var pilot = pilots ?? Of("forstarkningsteam");
        var touched = registry.Programmes.Where(programme => programme.Targeted).SelectMany(programme => programme.Participants).Select(part => part.Municipality).OfType<string>().Concat(pilot).ToHashSet(StringComparer.Ordinal);
        return new(StringComparer.Ordinal)
        {
            ["pilot"] = [.. pilot.Order(StringComparer.Ordinal)],
            ["bra-supported"] = [.. Of("bra-stod").Except(pilot).Order(StringComparer.Ordinal)],
            ["never-treated"] = [.. registry.Municipalities.Select(municipality => municipality.Code).Where(code => !touched.Contains(code))],
        };
    }

    private void Fill(string schema, string table, IEnumerable<object?[]> rows)
    {
        using var appender = Database.Append(table, schema);
        appender.AppendAll(rows);
    }
}
