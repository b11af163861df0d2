using System.Collections.Immutable;

namespace Utvardering.Disclosure.Suppression;

/// <summary>One thing everybody knows of a table: a cell is the sum of others.</summary>
/// <param name="Total">The cell that is the sum.</param>
/// <param name="Parts">The cells that add up to it.</param>
public sealed record AdditivityEquation(int Total, ImmutableArray<int> Parts)
{
    /// <summary>The equation's cells with their coefficients in Σ parts − total = 0.</summary>
    internal IEnumerable<(int Cell, int Coefficient)> Terms => Parts.Select(part => (part, 1)).Append((Total, -1));
}
