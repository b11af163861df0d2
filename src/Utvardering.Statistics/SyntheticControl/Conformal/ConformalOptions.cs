namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>How conformal inference is run.</summary>
public sealed record ConformalOptions
{
    private readonly double norm = 1;

    /// <summary>Which permutations the test of all periods together uses. (A test of one period is the same under both.)</summary>
    public ConformalPermutations Permutations { get; init; }

    /// <summary>q in the statistic (Σ|uₜ|^q / √T₁)^(1/q): 1 for effects that last, larger for effects in few periods.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public double Norm
    {
        get => norm;
        init => norm = value >= 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The norm must be one or more, such as 1 or 2.");
    }

    /// <summary>Whether each period of treatment is tested by itself too: most of the time goes there.</summary>
    public bool EachPeriod { get; init; } = true;

    /// <summary>How many orders to use when there are too many to list.</summary>
    public int Draws { get; init; } = 5_000;

    /// <summary>The seed of that sample.</summary>
    public ulong Seed { get; init; } = 1;
}
