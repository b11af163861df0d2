using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion;

/// <summary>What became of one source's retrieval.</summary>
public sealed record IngestOutcome
{
    public required string Source { get; init; }

    public required string Dataset { get; init; }

    /// <summary>The vintage that now stands: the new one, or the previous one when nothing was new or something was refused; null when there is none.</summary>
    public required Vintage? Vintage { get; init; }

    public required bool IsNew { get; init; }

    /// <summary>Rows that passed and are in the vintage; 0 when the retrieval was refused.</summary>
    public required long RowsAccepted { get; init; }

    /// <summary>Identical rows that came more than once and were kept once.</summary>
    public required long DuplicatesDropped { get; init; }

    public required IReadOnlyList<LandedBody> Landed { get; init; }

    /// <summary>Not empty: no new vintage was made of this retrieval, good rows included.</summary>
    public required IReadOnlyList<RefusedFile> Refused { get; init; }

    /// <summary>What a person should know though nothing was refused: skipped rows, guessed encodings.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The day from which changes were asked; null when all was asked.</summary>
    public DateOnly? ChangesFrom { get; init; }

    /// <summary>The source's own word for the state of its figures, when it is the one that the vintage has and the figures were not asked for; else null.</summary>
    public string? UnchangedSince { get; init; }

    /// <summary>Why the source gave no answer; null when it did.</summary>
    public SourceException? Failure { get; init; }

    /// <summary>The source gave no answer, and its previous vintage stands.</summary>
    public static IngestOutcome OfFailure(SourceDefinition source, Vintage standing, SourceException failure) => new()
    {
        Source = source.Source,
        Dataset = source.Dataset,
        Vintage = standing,
        IsNew = false,
        RowsAccepted = 0,
        DuplicatesDropped = 0,
        Landed = [],
        Refused = [],
        Warnings = [],
        Failure = failure,
    };
}
