namespace Utvardering.Evaluation;

/// <summary>What is asked of an evaluation beside its plan.</summary>
public sealed record EvaluationRequest
{
    /// <summary>The outcomes to judge; empty: all of the plan.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Another start than the registry's, on figures from before the real one; null: the registry's.</summary>
    public DateOnly? PlaceboStart { get; init; }

    /// <summary>The folder in which studies are kept from one evaluation to the next; null: none is kept.</summary>
    public string? Cache { get; init; }

    /// <summary>What makes kept studies stale though their figures are the same: the program's version.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>The most studies made side by side; null: as many as there are processors. The results do not depend on it.</summary>
    public int? Threads { get; init; }
}
