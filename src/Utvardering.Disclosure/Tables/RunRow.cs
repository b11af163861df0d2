namespace Utvardering.Disclosure.Tables;

/// <summary>What the run was: one row. No clock time stands here, so that the same inputs give the same bytes.</summary>
public sealed record RunRow
{
    public required string RunId { get; init; }
    public required string PlanId { get; init; }

    /// <summary>The day the plan was fixed.</summary>
    public DateOnly PlanFixed { get; init; }
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
