using System.Text.Json.Nodes;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Lake;

/// <summary>Checked rows on their way to become a vintage.</summary>
public sealed record VintageDraft
{
    public required string Dataset { get; init; }

    public required string Source { get; init; }

    /// <summary>When the content was retrieved; names the vintage.</summary>
    public required DateTimeOffset Retrieved { get; init; }

    /// <summary>A SELECT in the given <see cref="WorkDatabase"/> with the content columns and the provenance columns; null when they are in <see cref="Part"/>.</summary>
    public required string? Select { get; init; }

    /// <summary>The rows where they are written already, on the lake's own file system: in the order of the key, content columns before provenance columns.</summary>
    public ParquetPart? Part { get; init; }

    /// <summary>The columns that are content: they alone make the content hash.</summary>
    public required IReadOnlyList<string> ContentColumns { get; init; }

    /// <summary>Columns that say which landing a row came from; written, but not content.</summary>
    public required IReadOnlyList<string> ProvenanceColumns { get; init; }

    /// <summary>The primary key: the rows are ordered by it, nulls first, and it must be unique.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Frictionless table schema of all columns.</summary>
    public required JsonObject Schema { get; init; }

    public required LocalText SourceTitle { get; init; }

    public required LocalText Attribution { get; init; }

    public required string Origin { get; init; }

    public string? Licence { get; init; }

    /// <summary>Address or path pattern asked.</summary>
    public string? Asked { get; init; }

    public long DuplicatesDropped { get; init; }

    public bool Synthetic { get; init; }

    public required IReadOnlyList<DataPackageLanding> Landing { get; init; }

    /// <summary>What it was built upon; null when all was retrieved.</summary>
    public DataPackageBase? Base { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the rows hold otherwise than the source gave it.</summary>
    public IReadOnlyList<DataPackageCorrection> Corrections { get; init; } = [];

    public IReadOnlyDictionary<string, DateOnly> Complete { get; init; } = new Dictionary<string, DateOnly>();
}
