namespace Utvardering.SampleData.Settings;

/// <summary>Kolada's groups of the municipalities that are like each municipality in one subject.</summary>
internal sealed record SimilarGroups
{
    /// <summary>The title up to the municipality's name.</summary>
    public required string Title { get; init; }

    /// <summary>The year in the title.</summary>
    public required int Year { get; init; }

    /// <summary>The number of the first group's id; the others follow by municipality code.</summary>
    public required int FirstId { get; init; }

    /// <summary>How many are found similar.</summary>
    public required int Members { get; init; }

    /// <summary>Codes of the key figures that are compared, beside the number of inhabitants.</summary>
    public required List<string> By { get; init; }
}
