using Utvardering.Testing;
using Utvardering.Testing.Marts;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Tests;

/// <summary>The marts of eleven municipalities, pilots and supported: all of one SKR group, with 100 000 inhabitants each.</summary>
internal sealed class SmallWarehouse : IDisposable
{
    public static readonly string[] Pilots = ["1490", "0305", "0880", "2281", "0486", "0380"];
    public static readonly string[] Supported = ["0580", "0181", "0191", "1488", "1480"];

    public static readonly RegistryFiles Registry = RegistryFiles.Load(Path.Combine(Repository.Root, "pipelines"));

    private readonly MartTables marts = new(Registry);

    public SmallWarehouse()
    {
        Group("pilot", Pilots);
        Group("bra-supported", Supported);
    }

    public Database Database => marts.Database;

    /// <summary>Adds municipalities and puts them into a group.</summary>
    public void Group(string group, IReadOnlyCollection<string> codes)
    {
        marts.Group(group, codes);
        foreach (var code in codes)
        {
            marts.Place(code, 100_000, "B3");
        }
    }

    /// <inheritdoc cref="MartTables.Support"/>
    public void Support(string municipality, DateOnly month, double hours) => marts.Support(municipality, month, hours);

    /// <summary>Adds a count over 100 000 inhabitants, so that the rate per 100 000 is the count.</summary>
    public void Count(string indicator, string municipality, DateOnly period, double? count, string origin = "published", double denominator = 100_000)
        => marts.Add(indicator, municipality, period, count, denominator, count, origin);

    /// <inheritdoc cref="MartTables.Sum"/>
    public void Sum() => marts.Sum();

    public void Dispose() => marts.Dispose();
}
