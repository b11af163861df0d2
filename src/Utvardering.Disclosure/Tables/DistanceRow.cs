namespace Utvardering.Disclosure.Tables;

/// <summary>
/// How near a candidate is to a treated municipality before the start, for one outcome. Differences are candidate less treated; those of level,
/// trend and population are in standard deviations over all candidates.
/// </summary>
public sealed record DistanceRow
{
    public required string OutcomeId { get; init; }
    public required string GroupId { get; init; }
    public required string Origin { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string DonorCode { get; init; }
    public required string Donor { get; init; }

    /// <summary>1 the nearest.</summary>
    public int Rank { get; init; }
    public bool Chosen { get; init; }

    /// <summary>The root of the mean of the squared differences that the group's definition names.</summary>
    public double? Distance { get; init; }
    public double? Level { get; init; }
    public double? Trend { get; init; }
    public double? Population { get; init; }

    /// <summary>Whether both are of one SKR group; null where the definition does not ask.</summary>
    public bool? SameSkrGroup { get; init; }
}
