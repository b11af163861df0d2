using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>What an attacker can derive of a suppressed cell from the published cells, the equations and the least a suppressed count can be.</summary>
public sealed record CellBounds
{
    /// <summary>The cell's number.</summary>
    public required int Cell { get; init; }

    /// <summary>Its count.</summary>
    public required long Count { get; init; }

    /// <summary>The least it can be if counts need not be whole (linear program).</summary>
    public required double Low { get; init; }

    /// <summary>The most it can be if counts need not be whole; +∞ where nothing bounds it.</summary>
    public required double High { get; init; }

    /// <summary>The least it can be in a table of whole numbers (integer program).</summary>
    public required long WholeLow { get; init; }

    /// <summary>The most it can be in a table of whole numbers; null where nothing bounds it.</summary>
    public required long? WholeHigh { get; init; }

    /// <summary>
    /// Whether the whole-number bounds are proven to be the attacker's. If not (the search was cut short), there are tables that reach them
    /// and there may be others beyond: the cell is at least as safe as they say.
    /// </summary>
    public required bool IsProven { get; init; }

    /// <summary>Whether the published cells and the equations give the count away, even to one who does not know that counts are not negative.</summary>
    public required bool IsLinearlyDisclosed { get; init; }

    /// <summary>The equations that, with the least a suppressed count can be, prove <see cref="Low"/>; none where that least is the bound.</summary>
    public required ImmutableArray<AdditivityEquation> LowEquations { get; init; }

    /// <summary>The equations that, with the least a suppressed count can be, prove <see cref="High"/>; none where nothing bounds it.</summary>
    public required ImmutableArray<AdditivityEquation> HighEquations { get; init; }

    /// <summary>Whether only one count is possible.</summary>
    public bool IsExactlyDisclosed => WholeLow == WholeHigh;
}
