namespace Utvardering.SampleData.Settings;

/// <summary>All of <c>pipelines/sample/world.yaml</c>.</summary>
internal sealed record WorldSettings
{
    public required ulong Seed { get; init; }

    public required DateOnly AsOf { get; init; }

    public required List<SkrGroup> SkrGroups { get; init; }

    public required Dictionary<string, MunicipalityGroup> Groups { get; init; }

    public required PopulationSettings Population { get; init; }

    public required OffenceSettings Offences { get; init; }

    public required KoladaSettings Kolada { get; init; }

    public required DeliverySettings Deliveries { get; init; }

    public required SupportSettings SupportLog { get; init; }

    public required List<PlantedEffect> Effects { get; init; }

    public IEnumerable<Outcome> Outcomes => [.. Offences.Codes, .. Kolada.Kpis, .. Deliveries.Measures];
}
