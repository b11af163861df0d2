namespace Utvardering.Evaluation.Comparisons;

/// <summary>How near a candidate is to a treated municipality; see <see cref="SimilarMunicipalities"/>. NaN: not asked for, or not known.</summary>
internal sealed record Nearness(string Treated, string Candidate)
{
    public double Level { get; init; }

    public double Trend { get; init; }

    public double Population { get; init; }

    public bool? SameSkrGroup { get; init; }

    public double Distance { get; init; }

    /// <summary>1 the nearest.</summary>
    public int Rank { get; init; }

    public bool Chosen { get; init; }
}
