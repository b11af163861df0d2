namespace Utvardering.Disclosure.Suppression;

/// <summary>All sums and differences of the vectors that were added, in reduced row echelon form.</summary>
internal sealed class LinearSpan
{
    private readonly SortedDictionary<int, ModularVector> _rows = [];

    /// <summary>What of a vector the span does not reach, with 1 at its first place; zero for a vector of the span.</summary>
    public ModularVector Rest(ModularVector vector)
    {
        // A row has none of the other rows' first places, so each of the vector's own is met once.
        var rest = vector;
        foreach (var place in vector.Places)
        {
            if (_rows.TryGetValue(place, out var row))
            {
                rest = rest.Minus(vector[place], row);
            }
        }

        return rest.Normalised();
    }

    /// <summary>Adds the <see cref="Rest"/> of a vector, which is not zero.</summary>
    public void Add(ModularVector rest)
    {
        var first = rest.Places[0];
        foreach (var (place, row) in _rows.Where(row => row.Value[first] != 0).ToList())
        {
            _rows[place] = row.Minus(row[first], rest);
        }

        _rows.Add(first, rest);
    }
}
