using System.Globalization;
using Utvardering.Evaluation.Caching;
using Utvardering.Evaluation.Panels;
using Utvardering.Warehouse.DuckDb;

namespace Utvardering.Evaluation.Comparisons;

/// <summary>What is known of the municipalities themselves, out of the warehouse.</summary>
internal sealed class MunicipalityFacts
{
    private readonly Dictionary<string, string?> skrGroups;
    private readonly Dictionary<(string Municipality, int Year), double> population;

    public MunicipalityFacts(Database warehouse)
    {
        skrGroups = warehouse
            .Query(WarehouseQueries.SkrGroups, row => (Code: row.GetString(0), Group: row.IsDBNull(1) ? null : row.GetString(1)))
            .ToDictionary(row => row.Code, row => row.Group, StringComparer.Ordinal);
        population = warehouse
            .Query(
                WarehouseQueries.Inhabitants,
                row => (Key: (row.GetString(0), row.GetInt32(1)), Population: row.GetDouble(2)))
            .ToDictionary(row => row.Key, row => row.Population);
    }

    /// <summary>The hash of all of it.</summary>
    public string Hash => StudyKey.Hash(string.Join('\n', skrGroups.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => $"{row.Key} {row.Value}")
        .Concat(population.OrderBy(row => row.Key).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Key.Municipality} {row.Key.Year} {row.Value:R}")))));

    public string? SkrGroup(string municipality) => skrGroups.GetValueOrDefault(municipality);

    /// <summary>Inhabitants at the end of the year before the start; NaN where not known.</summary>
    public double PopulationBefore(string municipality, DateOnly start) =>
        population.TryGetValue((municipality, start.Year - 1), out var inhabitants) ? inhabitants : double.NaN;
}
