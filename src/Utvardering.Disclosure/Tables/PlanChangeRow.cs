namespace Utvardering.Disclosure.Tables;

/// <summary>How the plan of the run differs from the one that was fixed: what makes the run exploratory.</summary>
public sealed record PlanChangeRow
{
    /// <summary>Where in the plan, such as <c>outcomes[fire].matters</c>.</summary>
    public required string Place { get; init; }

    /// <summary>As fixed; null where it was not there.</summary>
    public string? Fixed { get; init; }

    /// <summary>As run; null where it is no longer there.</summary>
    public string? Now { get; init; }
}
