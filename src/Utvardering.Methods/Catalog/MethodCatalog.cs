using Utvardering.Methods.Methods;

namespace Utvardering.Methods.Catalog;

/// <summary>Every method there is, in the order of the manual.</summary>
public static class MethodCatalog
{
    public static IReadOnlyList<IEstimationMethod> All { get; } =
    [
        new DifferenceInDifferencesMethod(),
        new GroupTimeMethod(),
        new BaconMethod(),
        new RandomisationMethod(),
        new MetaMethod(),
        new RatesMethod(),
        new FunnelMethod(),
        new AdjustPMethod(),
    ];
}
