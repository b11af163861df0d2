namespace Utvardering.Warehouse.Registry;

/// <summary>One cell of a source that is known to be wrong, and what should stand there: an entry of <c>corrections.yaml</c>.</summary>
public sealed record Correction
{
    public required string Id { get; init; }

    public required string Dataset { get; init; }

    /// <summary>The source; null: every source of the dataset, each of which then has the row.</summary>
    public string? Source { get; init; }

    /// <summary>The row, by the dataset's whole key; null where a key column is empty.</summary>
    public required IReadOnlyDictionary<string, string?> Key { get; init; }

    public required string Column { get; init; }

    /// <summary>What the source says; null for a missing value.</summary>
    public string? Old { get; init; }

    /// <summary>What should stand there; null for a missing value.</summary>
    public string? New { get; init; }

    public required string Reason { get; init; }

    /// <summary>The document of the registry that says so.</summary>
    public required string Document { get; init; }

    /// <summary>Who decided it.</summary>
    public required string Who { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>First day of retrieval it is meant for; null: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of retrieval it is meant for; null: until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Where the entry stands.</summary>
    public required string File { get; init; }

    public required long Line { get; init; }

    /// <param name="dataset">A dataset.</param>
    /// <param name="source">A source of it.</param>
    /// <param name="retrieved">The day (UTC) the source's answer was retrieved.</param>
    public bool IsFor(string dataset, string source, DateOnly retrieved) =>
        Dataset == dataset && (Source is null || Source == source) && !(retrieved < From) && !(retrieved > Until);
}
