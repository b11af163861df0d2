namespace Utvardering.Ingestion.Direct;

/// <summary>
/// Keys as numbers that compare as the keys do: a digit for each field of the key, the first field the leading one; the digit is the rank of
/// the field's value, no value first.
/// </summary>
internal sealed class KeyNumbers
{
    private readonly List<(int Column, long[] Worth)> fields = [];

    /// <param name="values">By column, as the kinds were judged.</param>
    public KeyNumbers(IReadOnlyList<DirectColumn> columns, IReadOnlyList<KindValues> values)
    {
        var possible = (Int128)1;
        foreach (var column in Enumerable.Range(0, columns.Count).Where(column => columns[column].KeyPlace is not null).OrderByDescending(column => columns[column].KeyPlace))
        {
            if (possible > long.MaxValue)
            {
                return;
            }

            var weight = (long)possible;
            fields.Add((column, [.. values[column].Ranks.Select(rank => unchecked(rank * weight))]));
            possible *= Math.Max(values[column].Different, 1);
        }

        Possible = possible <= long.MaxValue ? (long)possible : null;
    }

    /// <summary>How many keys there may be; null when there are not numbers enough for them.</summary>
    public long? Possible { get; }

    /// <summary>The numbers of a block's keys, by row.</summary>
    /// <param name="numbers">To be used again, if it is long enough.</param>
    public long[] Of(CodedBlock block, long[] numbers)
    {
        numbers = numbers.Length < block.Rows ? new long[block.Rows] : numbers;
        numbers.AsSpan().Clear();
        foreach (var (column, worth) in fields)
        {
            Add(block.Kinds(column), worth, numbers);
        }

        return numbers;
    }

    private static void Add(ReadOnlySpan<ushort> kinds, long[] worth, Span<long> numbers)
    {
        for (var row = 0; row < kinds.Length; row++)
        {
            numbers[row] += worth[kinds[row]];
        }
    }
}
