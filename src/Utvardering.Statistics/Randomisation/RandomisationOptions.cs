namespace Utvardering.Statistics.Randomisation;

/// <summary>How a randomisation test is run.</summary>
public sealed record RandomisationOptions
{
    private readonly double alpha = 0.05;

    /// <summary>The level α of the test; intervals have confidence 1 − α. Between 0 and 1, both excluded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1).</exception>
    public double Alpha
    {
        get => alpha;
        init => alpha = value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The level must lie between 0 and 1, such as 0.05.");
    }

    /// <summary>How many assignments to use, the observed one among them, when there are too many to enumerate.</summary>
    public int SampleSize { get; init; } = 10_000;

    /// <summary>The most assignments that are enumerated; beyond, they are sampled.</summary>
    public int EnumerationLimit { get; init; } = Assignments.EnumerationLimit;

    /// <summary>
    /// For each unit the stratum within which treatment could have fallen otherwise, such as its group of municipalities or its pair; as many
    /// of each stratum are treated in every assignment as were. Null: any choice of as many units.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Strata { get; init; }

    /// <summary>The seed of the sample.</summary>
    public ulong Seed { get; init; } = 1;
}
