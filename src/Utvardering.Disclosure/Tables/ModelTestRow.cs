namespace Utvardering.Disclosure.Tables;

/// <summary>How one test of one model of the warehouse went.</summary>
public sealed record ModelTestRow
{
    /// <summary>Such as <c>core.observation</c>.</summary>
    public required string Model { get; init; }

    /// <summary>As it stands in the header of the model's file.</summary>
    public required string Test { get; init; }

    /// <summary>Whether a failure ends the run; else it is a warning.</summary>
    public bool Stops { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, or <c>by_date</c> where it depends on the day one asks (<see cref="Newest"/>).</summary>
    public required string Status { get; init; }

    /// <summary>Offending rows.</summary>
    public long Rows { get; init; }

    /// <summary>The newest date, where the test is of freshness.</summary>
    public DateOnly? Newest { get; init; }
}
