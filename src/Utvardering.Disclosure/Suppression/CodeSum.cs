using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>A code of a dimension that is the sum of others: a total, or a region of a hierarchy.</summary>
/// <param name="Total">The code that is the sum.</param>
/// <param name="Parts">The codes that add up to it.</param>
public sealed record CodeSum(string Total, ImmutableArray<string> Parts)
{
    /// <summary>A sum.</summary>
    public static CodeSum Of(string total, params IEnumerable<string> parts) => new(total, [.. parts]);

    /// <inheritdoc/>
    public override string ToString() => $"{Total} = {string.Join(" + ", Parts)}";
}
