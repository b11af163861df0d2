namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>How placebos in space are made and counted.</summary>
public sealed record PlaceboInSpaceOptions
{
    private readonly double? largestPreMspeRatio;

    /// <summary>
    /// Whether the treated unit may be a donor of the placebos, as in Abadie, Diamond and Hainmueller (2010). Its outcome carries the effect:
    /// the default leaves it out.
    /// </summary>
    public bool TreatedInDonorPools { get; init; }

    /// <summary>
    /// Placebos whose pre-treatment mean squared gap is more than so many times the treated unit's are left out, such as 20, 5 or 2; null: none are.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public double? LargestPreMspeRatio
    {
        get => largestPreMspeRatio;
        init => largestPreMspeRatio = value is null or > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The limit of the pre-treatment fit must be positive, such as 20.");
    }
}
