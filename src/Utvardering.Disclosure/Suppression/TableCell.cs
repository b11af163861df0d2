using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>A cell as it is given: one code of each dimension, in the order of the dimensions, and how many persons or events it counts.</summary>
public sealed record TableCell(ImmutableArray<string> Codes, long Count)
{
    /// <summary>A cell.</summary>
    public static TableCell Of(long count, params IEnumerable<string> codes) => new([.. codes], count);
}
