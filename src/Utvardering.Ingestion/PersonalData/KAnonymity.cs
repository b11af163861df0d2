namespace Utvardering.Ingestion.PersonalData;

/// <summary>
/// Counts rows by their quasi-identifiers, where a row is a person: a group of fewer than k could point one out.
/// Blank is a value like any other, and values are compared letter by letter: a difference in writing makes groups smaller, never larger.
/// </summary>
/// <remarks>L. Sweeney, "k-anonymity: a model for protecting privacy", International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 2002.</remarks>
/// <param name="places">Where the quasi-identifiers stand in a row.</param>
/// <param name="k">The smallest group that passes.</param>
public sealed class KAnonymity(IReadOnlyList<int> places, int k)
{
    private readonly Dictionary<string, (long FirstRow, long Rows)> groups = new(StringComparer.Ordinal);
    private char[] key = new char[64];

    public void Add(long row, IReadOnlyList<string?> cells)
    {
        var written = 0;
        foreach (var place in places)
        {
            var cell = (place < cells.Count ? cells[place] : null).AsSpan().Trim();
            if (key.Length < written + cell.Length + 2)
            {
                Array.Resize(ref key, 2 * (written + cell.Length + 2));
            }

            // Each value after its length, so that no two rows with different values make the same key.
            key[written++] = (char)(cell.Length & 0xFFFF);
            key[written++] = (char)(cell.Length >> 16);
            cell.CopyTo(key.AsSpan(written));
            written += cell.Length;
        }

        var lookup = groups.GetAlternateLookup<ReadOnlySpan<char>>();
        var group = key.AsSpan(0, written);
        lookup[group] = lookup.TryGetValue(group, out var known) ? known with { Rows = known.Rows + 1 } : (row, 1);
    }

    /// <summary>The first row of each group smaller than k, in the file's order.</summary>
    public IReadOnlyList<long> FirstRowsOfSmallGroups() =>
        [.. groups.Values.Where(group => group.Rows < k).Select(group => group.FirstRow).Order()];
}
