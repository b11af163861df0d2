namespace Utvardering.Warehouse.Vintages;

/// <summary>What one vintage changed against another: rows by the dataset's key, and how far the numbers moved.</summary>
public sealed record VintageDiff
{
    public required string Dataset { get; init; }

    public required string Source { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>True when the figures are made up for trials.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>True for delivered figures: they don't leave, so nothing but counts of rows is said and the lists of values are empty.</summary>
    public required bool CountsOnly { get; init; }

    public required long FromRows { get; init; }

    public required long ToRows { get; init; }

    /// <summary>Rows whose key only the later vintage has.</summary>
    public required long Added { get; init; }

    /// <summary>Rows whose key only the earlier vintage has.</summary>
    public required long Removed { get; init; }

    /// <summary>Rows of both whose other columns differ; where each row came from does not count.</summary>
    public required long Revised { get; init; }

    public long Unchanged => FromRows - Removed - Revised;

    /// <summary>Columns that only the later vintage has: not compared.</summary>
    public required IReadOnlyList<string> NewColumns { get; init; }

    /// <summary>Columns that only the earlier vintage has: not compared.</summary>
    public required IReadOnlyList<string> LostColumns { get; init; }

    /// <summary>The key columns that <see cref="Groups"/> goes by; dates are cut to their year.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Groups of keys with a change, in key order.</summary>
    public required IReadOnlyList<GroupChange> Groups { get; init; }

    /// <summary>The numeric columns, in the schema's order.</summary>
    public required IReadOnlyList<NumericRevision> Columns { get; init; }

    /// <summary>The largest revisions of numbers, largest first.</summary>
    public required IReadOnlyList<Revision> Largest { get; init; }
}
