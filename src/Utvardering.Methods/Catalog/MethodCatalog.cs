using Utvardering.Methods.Methods;

namespace Utvardering.Methods.Catalog;

/// <summary>Every method there is, in the order of the manual.</summary>
public static class MethodCatalog
{
    public static IReadOnlyList<IEstimationMethod> All { get; } =
    [
        new DifferenceInDifferencesByName(),
        new GroupTimeByName(),
        new BaconByName(),
        new SyntheticControlByName(),
        new SyntheticDidByName(),
        new AugmentedSyntheticControlByName(),
        new RandomisationByName(),
        new MetaByName(),
        new RatesByName(),
        new FunnelByName(),
        new AdjustPByName(),
    ];
}
