using System.Numerics;
using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>The keys of a file, a bit for each possible one: whether one comes twice, and the place of each in their order.</summary>
internal sealed class KeyPlaces
{
    /// <summary>64 MB at most, and half as much again for the places.</summary>
    private const long MostKeys = 1L << 29;

    private const int WordBits = 64;

    private readonly ulong[] seen;

    // By word: how many keys are in those before it.
    private readonly int[] before;

    private KeyPlaces(long possible)
    {
        seen = new ulong[(possible + WordBits - 1) / WordBits];
        before = new int[seen.Length];
    }

    /// <summary>No key comes twice. Where one does, keys have no place.</summary>
    public bool Unique { get; private set; }

    /// <summary>The place of a key of the file among them, from 0.</summary>
    public int this[long key]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var (word, bit) = ((ulong)key / WordBits, (int)((ulong)key % WordBits));
            return before[word] + BitOperations.PopCount(seen[word] & ((1UL << bit) - 1));
        }
    }

    /// <summary>Reads the keys of all rows.</summary>
    /// <returns>Null: there are too many possible ones.</returns>
    public static KeyPlaces? Of(CodedRows rows, IReadOnlyList<DirectColumn> columns, KeyNumbers keys)
    {
        if (keys.Possible is not { } possible || possible > MostKeys)
        {
            return null;
        }

        var places = new KeyPlaces(possible);
        var numbers = Array.Empty<long>();
        foreach (var block in rows.Blocks(columns))
        {
            numbers = keys.Of(block, numbers);
            if (!places.Take(numbers.AsSpan(0, block.Rows)))
            {
                return places;
            }
        }

        for (var word = 1; word < places.seen.Length; word++)
        {
            places.before[word] = places.before[word - 1] + BitOperations.PopCount(places.seen[word - 1]);
        }

        places.Unique = true;
        return places;
    }

    /// <returns>False: one was there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(ReadOnlySpan<long> keys)
    {
        foreach (var key in keys)
        {
            ref var word = ref seen[key / WordBits];
            var bit = 1UL << (int)(key % WordBits);
            if ((word & bit) != 0)
            {
                return false;
            }

            word |= bit;
        }

        return true;
    }
}
