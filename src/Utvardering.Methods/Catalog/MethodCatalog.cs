using Utvardering.Methods.Methods;

namespace Utvardering.Methods.Catalog;

/// <summary>Every method there is, in the order of the manual.</summary>
public static class MethodCatalog
{
    public static IReadOnlyList<IEstimationMethod> All { get; } =
    [
        new DifferenceInDifferencesByName(),
        new TwoWayFixedEffectsByName(),
        new EventStudyByName(),
        new GroupTimeByName(),
        new SunAbrahamByName(),
        new ImputationByName(),
        new BaconByName(),
        new PoissonDidByName(),
        new SyntheticControlByName(),
        new SyntheticDidByName(),
        new AugmentedSyntheticControlByName(),
        new InterruptedTimeSeriesByName(),
        new RandomisationByName(),
        new StaggeredByName(),
        new WildBootstrapByName(),
        new HonestDidByName(),
        new PowerByName(),
        new MetaByName(),
        new RatesByName(),
        new FunnelByName(),
        new AdjustPByName(),
    ];
}
