namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>How the multiplier bootstrap of <see cref="GroupTime"/> is run.</summary>
public sealed record MultiplierBootstrapOptions
{
    private readonly int draws = 1000;

    /// <summary>The number of draws.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 100 draws: the quartiles of the draws would say little.</exception>
    public int Draws
    {
        get => draws;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 100);
            draws = value;
        }
    }

    /// <summary>The seed; draw number b uses stream b of it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The distribution of the multipliers.</summary>
    public BootstrapMultiplier Multiplier { get; init; } = BootstrapMultiplier.Mammen;
}
