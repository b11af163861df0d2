using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>Coded rows in the order of their keys: each is put at the place that its key has, a window of places in memory at a time.</summary>
/// <param name="rows">In any order.</param>
/// <param name="keys">The numbers of their keys.</param>
/// <param name="places">The places of these.</param>
/// <param name="windowBytes">Memory for a window. The rows are read once for each.</param>
internal sealed class PlacedRows(CodedRows rows, IReadOnlyList<DirectColumn> columns, KeyNumbers keys, KeyPlaces places, int windowBytes = PlacedRows.WindowBytes)
{
    private const int WindowBytes = 400 << 20;
    private const int BlockRows = 1 << 14;

    private readonly int record = new CodedBlock(columns).RecordBytes;

    /// <inheritdoc cref="CodedRows.Blocks"/>
    public IEnumerable<CodedBlock> Blocks()
    {
        var (block, total) = (new CodedBlock(columns), rows.Rows);
        var size = (int)Math.Min(total, windowBytes / record);
        var window = GC.AllocateUninitializedArray<byte>(size * record);
        for (var first = 0L; first < total; first += size)
        {
            var number = (int)Math.Min(size, total - first);
            Fill(window, (int)first, number);
            for (var row = 0; row < number; row += BlockRows)
            {
                block.TakeRecords(window.AsSpan(row * record, Math.Min(BlockRows, number - row) * record));
                yield return block;
            }
        }
    }

    /// <summary>Puts the rows with these places where they belong. No two have the same, so that several threads may do it at a time.</summary>
    private void Fill(byte[] window, int first, int number) => Parallel.For(
        0, rows.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
        () => (Block: new CodedBlock(columns), Keys: Array.Empty<long>(), Records: Array.Empty<byte>()),
        (index, _, held) =>
        {
            rows.Read(index, held.Block);
            held.Keys = keys.Of(held.Block, held.Keys);
            held.Records = held.Records.Length < held.Block.Rows * record ? new byte[held.Block.Rows * record] : held.Records;
            held.Block.PutRecords(held.Records);
            Put(held.Keys, held.Records.AsSpan(0, held.Block.Rows * record), window.AsSpan(0, number * record), first);
            return held;
        },
        _ => { });

    // Runs through whole files: it is compiled well the first time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(long[] keys, ReadOnlySpan<byte> records, Span<byte> window, int first)
    {
        for (var row = 0; records.Length > 0; row++, records = records[record..])
        {
            var start = (places[keys[row]] - first) * (long)record;
            if ((ulong)start < (ulong)window.Length)
            {
                records[..record].CopyTo(window[(int)start..]);
            }
        }
    }
}
