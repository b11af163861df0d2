namespace Utvardering.Statistics.Regression;

/// <summary>How a Poisson regression is fitted.</summary>
public sealed record PoissonOptions
{
    private readonly int threads = Environment.ProcessorCount;

    /// <summary>What the method is called in results; null: by the kind of regression.</summary>
    public string? Method { get; init; }

    /// <summary>Positive exposures, one for each row (inhabitants, person-years): their logarithm enters with coefficient 1. Null: none.</summary>
    public double[]? Exposure { get; init; }

    /// <summary>An offset on the log scale, one for each row, where there is no exposure. Null: none.</summary>
    public double[]? Offset { get; init; }

    /// <summary>Positive weights, one for each row; null: all 1.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Whether rows alone in their group of a fixed effect are left out, with a warning; see <see cref="FixedEffectsOptions.LeaveOutSingletons"/>.</summary>
    public bool LeaveOutSingletons { get; init; } = true;

    /// <summary>The most iterations.</summary>
    public int MostIterations { get; init; } = 100;

    /// <summary>The most threads used; the result does not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int Threads
    {
        get => threads;
        init => threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>The offset on the log scale, checked; null where there is none.</summary>
    internal double[]? LogOffset(int rows)
    {
        if (Exposure is not null && Offset is not null)
        {
            throw new ArgumentException("A Poisson regression takes an exposure or an offset, both were given: leave one out.");
        }

        if ((Exposure ?? Offset) is { } given && given.Length != rows)
        {
            throw new ArgumentException($"The {(Exposure is null ? "offset" : "exposure")} has {given.Length} values, the outcome has {rows}: give one for each row.");
        }

        if (Exposure is not null)
        {
            var wrong = Array.FindIndex(Exposure, value => !(value > 0 && double.IsFinite(value)));
            return wrong < 0
                ? Array.ConvertAll(Exposure, Math.Log)
                : throw new ArgumentException($"The exposure of row {wrong} is not positive: correct it, or leave the row out.");
        }

        var notFinite = Offset is null ? -1 : Array.FindIndex(Offset, value => !double.IsFinite(value));
        return notFinite < 0
            ? Offset
            : throw new ArgumentException($"The offset of row {notFinite} is no number: correct it, or leave the row out.");
    }
}
