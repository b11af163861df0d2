using Utvardering.Testing.Marts;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Validation.Plans;

/// <summary>The marts of all municipalities and the groups of the registry's programmes, for a simulation to fill.</summary>
internal static class SimulatedMarts
{
    /// <param name="registry">The registry: groups are those of its programmes.</param>
    /// <param name="pilots">The municipalities that stand in the pilots' place; null: the pilots.</param>
    /// <param name="population">Inhabitants by municipality.</param>
    public static MartTables Of(RegistryFiles registry, IReadOnlyCollection<string>? pilots, Func<string, double> population)
    {
        IReadOnlyList<string> Of(string programme) => [.. registry.Programmes.Single(candidate => candidate.Id == programme).Participants.Select(part => part.Municipality).OfType<string>()];
        var pilot = pilots ?? Of("forstarkningsteam");
        var touched = registry.Programmes.Where(programme => programme.Targeted).SelectMany(programme => programme.Participants).Select(part => part.Municipality).OfType<string>().Concat(pilot).ToHashSet(StringComparer.Ordinal);
        var marts = new MartTables(registry);
        marts.Group("pilot", pilot.Order(StringComparer.Ordinal));
        marts.Group("bra-supported", Of("bra-stod").Except(pilot).Order(StringComparer.Ordinal));
        marts.Group("never-treated", registry.Municipalities.Select(municipality => municipality.Code).Where(code => !touched.Contains(code)));
        foreach (var municipality in registry.Municipalities)
        {
            marts.Place(municipality.Code, population(municipality.Code));
        }

        return marts;
    }
}
