using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Methods;

/// <summary>A design whose power can be simulated.</summary>
/// <param name="Prepare">For a draw's panel the design on panels that differ in treated cells alone, as <see cref="Statistics.Power.PlaceboPower"/> asks for it.</param>
internal sealed record PowerDesign(Func<CohortPanel, PowerSetting, Func<CohortPanel, Estimate>> Prepare)
{
    public bool TakesCovariates { get; init; }

    public bool TakesWeights { get; init; }

    /// <summary>Whether its p-value decides, for it has no interval.</summary>
    public bool IsJudgedByPValue { get; init; }

    public bool TakesStrata { get; init; }
}
