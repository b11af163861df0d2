using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Plans;
using Utvardering.Ingestion.Sources;
using Utvardering.SampleData;
using Utvardering.SampleData.Settings;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Pipeline.Steps;

/// <summary>Writes plan, registry and sources out as rows.</summary>
internal static class DefinitionTables
{
    public static IReadOnlyList<OutcomeRow> Outcomes(EvaluationPlan plan, RegistryFiles registry) => [.. plan.Outcomes.Select(outcome =>
    {
        var indicator = registry.Indicators.Single(candidate => candidate.Id == outcome.Indicator);
        return new OutcomeRow
        {
            OutcomeId = outcome.Id,
            IndicatorId = indicator.Id,
            TitleSv = indicator.Title.Sv,
            TitleEn = indicator.Title.En,
            UnitSv = indicator.Unit.Sv,
            UnitEn = indicator.Unit.En,
            Family = outcome.Family,
            Role = outcome.Role,
            Better = indicator.Better,
            Matters = outcome.Matters,
            Grain = indicator.Grain,
            GroupRule = indicator.Group,
            CaveatsSv = string.Join('\n', indicator.Caveats.Select(caveat => caveat.Sv)),
            CaveatsEn = string.Join('\n', indicator.Caveats.Select(caveat => caveat.En)),
        };
    })];

    public static IReadOnlyList<DesignRow> Designs(EvaluationPlan plan) => [.. plan.Designs.Select(design => new DesignRow
    {
        DesignId = design.Id,
        TitleSv = design.Title.Sv,
        TitleEn = design.Title.En,
        Estimator = design.Estimator,
        Inference = design.Inference,
        Lead = design.Lead,
        OtherProgrammes = design.KeepsOtherProgrammes ? "keep" : "exclude",
        TreatedGroup = plan.TreatedGroup,
        ControlGroup = design.Control,
        ContrastSv = design.Contrast.Sv,
        ContrastEn = design.Contrast.En,
    })];

    public static IReadOnlyList<FamilyRow> Families(EvaluationPlan plan) => [.. plan.Families.Select(family => new FamilyRow
    {
        FamilyId = family.Id,
        TitleSv = family.Title.Sv,
        TitleEn = family.Title.En,
        QuestionSv = family.Question.Sv,
        QuestionEn = family.Question.En,
    })];

    public static IReadOnlyList<PlanChangeRow> PlanChanges(PlanStanding standing) =>
        [.. standing.Changes.Select(change => new PlanChangeRow { Place = change.Place, Fixed = change.Fixed, Now = change.Now })];

    public static IReadOnlyList<GroupRow> Groups(EvaluationPlan plan, RegistryFiles registry, Database warehouse) => [.. registry.Groups.Select(group => new GroupRow
    {
        GroupId = group.Id,
        TitleSv = group.Title.Sv,
        TitleEn = group.Title.En,
        DefiniteSv = group.Definite.Sv,
        DefiniteEn = group.Definite.En,
        Members = (int)warehouse.Scalar<long>("select count(*) from core.group_member where group_id = ?", group.Id),
        Shown = plan.Shown.Contains(group.Id),
    })];

    public static IReadOnlyList<ProgrammeRow> Programmes(RegistryFiles registry) => [.. registry.Programmes.Select(programme => new ProgrammeRow
    {
        ProgrammeId = programme.Id,
        TitleSv = programme.Title.Sv,
        TitleEn = programme.Title.En,
        NoteSv = programme.Note.Sv,
        NoteEn = programme.Note.En,
        Targeted = programme.Targeted,
    })];

    public static IReadOnlyList<SourceRow> Sources(IReadOnlyList<SourceDefinition> sources, IReadOnlyList<Vintage> vintages) => [.. sources.Zip(vintages, (source, vintage) =>
    {
        var package = vintage.ReadPackage();
        var derived = source.DerivedAttribution ?? source.Attribution;
        return new SourceRow
        {
            Source = source.Source,
            Dataset = source.Dataset,
            TitleSv = source.Title.Sv,
            TitleEn = source.Title.En,
            Origin = package.Origin,
            AttributionSv = source.Attribution.Sv,
            AttributionEn = source.Attribution.En,
            DerivedSv = derived.Sv,
            DerivedEn = derived.En,
            Licence = source.Licence,
            Vintage = vintage.Name.ContentPrefix,
            Rows = package.RowCount,
            Notes = SourceNotes(package) is { Count: > 0 } notes ? string.Join('\n', notes) : null,
        };
    })];

    /// <summary>What the source says beside its figures; how each file was read stays in the data package.</summary>
    private static List<string> SourceNotes(DataPackage package)
        => [.. (package.Notes ?? []).Where(note => !package.Landing.Any(body => note.StartsWith(body.Origin + ": ", StringComparison.Ordinal)))];

    public static IReadOnlyList<PlantedEffectRow> PlantedEffects(SampleWorld? world, RegistryFiles registry) => world is null
        ? []
        : [.. world.PlantedEffects.Select(effect => new PlantedEffectRow
        {
            IndicatorId = registry.Indicators.FirstOrDefault(indicator => indicator.Measure == "deliveries" && $"delivery:{indicator.Code}" == effect.Outcome)?.Id ?? effect.Outcome,
            Group = RegistryGroup(world.MembersOf(effect.Group), registry) ?? effect.Group,
            Change = effect.Change switch { EffectChange.Ratio => "ratio", EffectChange.Add => "add", _ => null },
            Size = effect.Change is EffectChange.Ratio or EffectChange.Add ? effect.Size : null,
            Sv = effect.Text.Sv,
            En = effect.Text.En,
        })];

    /// <summary>The registry's group with just these members: the sample world has names of its own for its groups.</summary>
    private static string? RegistryGroup(IReadOnlyList<string> members, RegistryFiles registry)
    {
        HashSet<string?> In(string programme) => [.. registry.Programmes.Where(candidate => candidate.Id == programme).SelectMany(candidate => candidate.Participants).Select(part => part.Municipality)];
        return registry.Groups.FirstOrDefault(group => group.Programme is { } programme && In(programme).Except(group.Without.SelectMany(In)).ToHashSet().SetEquals(members))?.Id;
    }
}
