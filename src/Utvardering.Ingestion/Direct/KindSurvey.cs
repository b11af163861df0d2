using System.Runtime.CompilerServices;

namespace Utvardering.Ingestion.Direct;

/// <summary>The first pass over a file: the kinds of cells in each column.</summary>
internal sealed class KindSurvey
{
    private readonly CellBlock cells = new();
    private readonly IReadOnlyList<DirectColumn> columns;
    private readonly List<CellKinds> kinds;

    private KindSurvey(IReadOnlyList<DirectColumn> columns) => (this.columns, kinds) = (columns, [.. columns.Select(_ => new CellKinds())]);

    /// <returns>By column; null when the file is left to the long way.</returns>
    public static IReadOnlyList<CellKinds>? Of(CsvBlocks file, IReadOnlyList<DirectColumn> columns)
    {
        var all = new KindSurvey(columns);
        var fits = columns.Zip(all.kinds).All(column => column.First.Place is not null || column.Second.Take(0, []));
        var passed = Parallel.For(
            0, file.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new KindSurvey(columns),
            (block, loop, part) =>
            {
                if (!part.Take(file, block))
                {
                    loop.Stop();
                }

                return part;
            },
            part =>
            {
                lock (all)
                {
                    fits &= all.kinds.Zip(part.kinds).All(column => column.First.Take(column.Second));
                }
            });
        return fits && passed.IsCompleted ? all.kinds : null;
    }

    private bool Take(CsvBlocks file, int block) => cells.Read(file, block) && columns.Zip(kinds).All(column => column.First.Place is not { } place || Take(place, column.First, column.Second));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Take(int place, DirectColumn column, CellKinds kinds)
    {
        var numbers = column.DecimalSign is not null;
        var last = ulong.MaxValue;
        for (var row = 0; row < cells.Rows; row++)
        {
            var (start, length) = cells[row, place];
            var word = CellKinds.Word(cells.Bytes, start, length);
            var text = cells.Bytes.AsSpan(start, length);
            if ((word == last && length <= CellKinds.WordBytes) || (numbers && column.TryNumber(text, out _)))
            {
                continue;
            }

            if (!kinds.Take(word, text))
            {
                return false;
            }

            // A long text's word may be that of another.
            last = length <= CellKinds.WordBytes ? word : ulong.MaxValue;
        }

        return true;
    }
}
