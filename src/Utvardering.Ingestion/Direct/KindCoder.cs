using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>Gives a column's cells the numbers of their kinds, for one of the threads that share the kinds.</summary>
/// <param name="kinds">Those of all threads.</param>
internal sealed class KindCoder(DirectColumn column, CellKinds kinds)
{
    /// <summary>Places for texts seen lately: a few hundred municipalities find one each.</summary>
    private const int LatelyBits = 10;

    private readonly (ulong Word, ushort Kind)[] lately = [.. Enumerable.Repeat((ulong.MaxValue, (ushort)0), 1 << LatelyBits)];

    // By the number among the own, the number among all.
    private readonly List<ushort> shared = [];
    private readonly CellKinds own = new();

    /// <param name="codes">By row, the number of the cell's kind, or that it is a plain number.</param>
    /// <param name="numbers">By row, the plain number.</param>
    /// <returns>False: there are too many kinds.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Code(CellBlock cells, Span<ushort> codes, Span<long> numbers)
    {
        // Where the field's text is the same on every row, its cell is the empty one.
        var (place, takesNumbers) = (column.Place ?? -1, column.TakesNumbers);
        for (var row = 0; row < codes.Length; row++)
        {
            var (start, length) = place < 0 ? (0, 0) : cells[row, place];
            var text = cells.Bytes.AsSpan(start, length);
            if (takesNumbers && column.TryNumber(text, out numbers[row]))
            {
                codes[row] = CodedBlock.IsNumber;
                continue;
            }

            var word = CellKinds.Word(cells.Bytes, start, length);
            ref var seen = ref lately[CellKinds.Spread(word, LatelyBits)];
            // A long text's word may be that of another.
            if (seen.Word != word || length > CellKinds.WordBytes)
            {
                if (Number(word, text) is not { } number)
                {
                    return false;
                }

                seen = (length > CellKinds.WordBytes ? ulong.MaxValue : word, number);
            }

            codes[row] = seen.Kind;
        }

        return true;
    }

    private ushort? Number(ulong word, ReadOnlySpan<byte> text)
    {
        if (own.Take(word, text) is not { } number)
        {
            return null;
        }

        if (number == shared.Count)
        {
            lock (kinds)
            {
                if (kinds.Take(word, text) is not { } among)
                {
                    return null;
                }

                shared.Add((ushort)among);
            }
        }

        return shared[number];
    }
}
