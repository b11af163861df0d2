namespace Utvardering.Ingestion.Direct;

/// <summary>
/// Keys as numbers, taken row after row: whether each comes after the one before, and whether one comes twice. The number has a digit for
/// each field of the key, the first field the leading one; the digit is the rank of the field's value, no value first.
/// </summary>
internal sealed class KeyRanks
{
    /// <summary>A bit for each possible key: 64 MB at most.</summary>
    private const long MostBits = 1L << 29;

    private const int WordBits = 64;

    private readonly ulong[]? seen;
    private long last = -1;
    private bool repeats;

    /// <param name="different">How many different values each field of the key has, in the key's order.</param>
    public KeyRanks(IReadOnlyList<long> different)
    {
        var weights = new long[different.Count];
        var possible = (Int128)1;
        for (var place = weights.Length - 1; place >= 0 && possible <= long.MaxValue; place--)
        {
            weights[place] = (long)possible;
            possible *= Math.Max(different[place], 1);
        }

        Weights = weights;
        AreNumbers = Ascend = possible <= long.MaxValue;
        seen = possible <= MostBits ? new ulong[((long)possible + WordBits - 1) / WordBits] : null;
    }

    /// <summary>What one step in the rank of each field is worth, in the key's order.</summary>
    public IReadOnlyList<long> Weights { get; }

    /// <summary>There are no more possible keys than numbers.</summary>
    public bool AreNumbers { get; }

    /// <summary>Each has come after the one before; false where they are no numbers.</summary>
    public bool Ascend { get; private set; }

    /// <summary>Whether each has come once only; null when that is not known here.</summary>
    public bool? AreUnique => Ascend ? true : seen is null ? null : !repeats;

    public void Take(ReadOnlySpan<long> keys)
    {
        foreach (var key in keys)
        {
            Ascend &= key > last;
            last = key;
            if (seen is not null)
            {
                ref var word = ref seen[key / WordBits];
                var bit = 1UL << (int)(key % WordBits);
                repeats |= (word & bit) != 0;
                word |= bit;
            }
        }
    }
}
