namespace Utvardering.SampleData.Settings;

/// <summary>Municipalities that share planted effects.</summary>
internal sealed record MunicipalityGroup
{
    public required LocalizedText Title { get; init; }

    /// <summary>Municipality codes.</summary>
    public required List<string> Members { get; init; }
}
