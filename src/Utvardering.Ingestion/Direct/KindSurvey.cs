namespace Utvardering.Ingestion.Direct;

/// <summary>The first pass over a file: the kinds of cells in each column, and every cell as the number of its kind.</summary>
internal sealed class KindSurvey
{
    private readonly CellBlock cells = new();
    private readonly CodedBlock coded;
    private readonly List<KindCoder> coders;

    private KindSurvey(IReadOnlyList<DirectColumn> columns, IReadOnlyList<CellKinds> kinds) =>
        (coded, coders) = (new(columns), [.. columns.Zip(kinds, (column, itsKinds) => new KindCoder(column, itsKinds))]);

    /// <param name="rows">Is given the coded blocks.</param>
    /// <returns>By column; null when the file is left to the long way.</returns>
    public static IReadOnlyList<CellKinds>? Of(CsvBlocks file, IReadOnlyList<DirectColumn> columns, CodedRows rows)
    {
        List<CellKinds> kinds = [.. columns.Select(_ => new CellKinds())];
        var passed = Parallel.For(
            0, file.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new KindSurvey(columns, kinds),
            (block, loop, survey) =>
            {
                if (survey.Take(file, block))
                {
                    rows.Write(block, survey.coded);
                }
                else
                {
                    loop.Stop();
                }

                return survey;
            },
            _ => { });
        return passed.IsCompleted ? kinds : null;
    }

    private bool Take(CsvBlocks file, int block)
    {
        if (!cells.Read(file, block))
        {
            return false;
        }

        coded.Clear(cells.Rows);
        for (var column = 0; column < coders.Count; column++)
        {
            if (!coders[column].Code(cells, coded.Kinds(column), coded.Numbers(column)))
            {
                return false;
            }
        }

        return true;
    }
}
