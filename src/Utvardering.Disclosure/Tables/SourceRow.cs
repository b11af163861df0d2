namespace Utvardering.Disclosure.Tables;

/// <summary>A feed of the run and the vintage that was used.</summary>
public sealed record SourceRow
{
    public required string Source { get; init; }
    public required string Dataset { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }

    /// <summary><c>published</c> or <c>delivered</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>What must stand under figures taken as they are.</summary>
    public required string AttributionSv { get; init; }
    public required string AttributionEn { get; init; }

    /// <summary>What must stand under figures we made of them.</summary>
    public required string DerivedSv { get; init; }
    public required string DerivedEn { get; init; }
    public string? Licence { get; init; }

    /// <summary>The content's hash, first 12 digits: the same content has the same vintage wherever it was taken in.</summary>
    public required string Vintage { get; init; }
    public long Rows { get; init; }

    /// <summary>What the source says beside its figures, a line each.</summary>
    public string? Notes { get; init; }
}
