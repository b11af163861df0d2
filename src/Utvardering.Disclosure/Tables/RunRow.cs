namespace Utvardering.Disclosure.Tables;

/// <summary>What the run was: one row. No clock time stands here, so that the same inputs give the same bytes.</summary>
public sealed record RunRow
{
    public required string RunId { get; init; }
    public required string PlanId { get; init; }

    /// <summary>The day the plan was fixed.</summary>
    public DateOnly PlanFixed { get; init; }

    /// <summary>SHA-256 of what the plan says, comments and layout aside.</summary>
    public required string PlanHash { get; init; }

    /// <summary>True when the plan is not the one that was fixed: <c>plan_changes</c> tells the difference.</summary>
    public bool Exploratory { get; init; }

    /// <summary>Another start than the registry's, for a trial on a time in which nothing was done; null in an evaluation.</summary>
    public DateOnly? PlaceboStart { get; init; }

    /// <summary>Which figures had been published when the plan was fixed.</summary>
    public required string KnownSv { get; init; }
    public required string KnownEn { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string Profile { get; init; }
    public bool Synthetic { get; init; }

    /// <summary>What must stand on everything that is made of the run, or null.</summary>
    public string? MarkSv { get; init; }
    public string? MarkEn { get; init; }

    /// <summary>The first day of the treated programme.</summary>
    public DateOnly Start { get; init; }
    public required string Programme { get; init; }
    public double Level { get; init; }
    public long Seed { get; init; }
    public required string ProgramVersion { get; init; }
    public required string PipelinesHash { get; init; }
    public required string DataSchemaHash { get; init; }
}
