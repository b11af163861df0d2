using Utvardering.Disclosure.Tables;

namespace Utvardering.Pipeline.Steps;

/// <summary>What the results mean: the words, sources and the run itself as tables beside the figures.</summary>
internal sealed record Definitions(
    IReadOnlyList<FamilyRow> Families,
    IReadOnlyList<PlanChangeRow> PlanChanges,
    IReadOnlyList<OutcomeRow> Outcomes,
    IReadOnlyList<DesignRow> Designs,
    IReadOnlyList<GroupRow> Groups,
    IReadOnlyList<ProgrammeRow> Programmes,
    IReadOnlyList<SourceRow> Sources,
    IReadOnlyList<PlantedEffectRow> PlantedEffects,
    RunRow Run);
