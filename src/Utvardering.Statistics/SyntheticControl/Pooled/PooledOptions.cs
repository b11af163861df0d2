namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>How the effects of several treated units are pooled and judged.</summary>
public sealed record PooledOptions
{
    private readonly int draws = 10_000;

    /// <summary>How many averages of placebos to draw when there are too many to list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 19: no p-value could come to 0.05.</exception>
    public int Draws
    {
        get => draws;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 19);
            draws = value;
        }
    }

    /// <summary>The seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;
}
