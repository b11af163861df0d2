namespace Utvardering.SampleData.Settings;

internal sealed record KoladaSettings
{
    public required int FirstYear { get; init; }

    public required List<SimilarGroups> Similar { get; init; }

    public required List<Kpi> Kpis { get; init; }
}
