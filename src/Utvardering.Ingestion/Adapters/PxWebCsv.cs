using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// A CSV answer of PxWeb: a column a variable with the values' texts, then a column a time with the figures, headed by what is counted
/// and the time ("Folkmängd 2023"). Texts are quoted, numbers are not.
/// </summary>
internal sealed class PxWebCsv(PxWebMetadata metadata, PxWebSettings settings, SourceMarks marks)
{
    /// <summary>Rows of <c>population</c> with their line's number.</summary>
    /// <exception cref="FormatException">The header is not that of the table.</exception>
    public IEnumerable<(long Row, IReadOnlyList<string?> Cells)> Rows(IEnumerable<string> lines)
    {
        List<PxWebVariable?>? stub = null;
        List<string?> times = [];
        var row = 0L;
        foreach (var line in lines)
        {
            row++;
            var cells = DelimitedLine.Cells(line, ',');
            if (stub is null)
            {
                stub = [.. cells.Select(Stub)];
                times = [.. cells.Select((cell, index) => stub[index] is null ? Time(cell) : null)];
                Check(stub);
                continue;
            }

            if (cells.Count != stub.Count)
            {
                if (line.Length > 0)
                {
                    throw new FormatException($"Line {row} has {cells.Count} cells and the header {stub.Count}.");
                }

                continue;
            }

            foreach (var figures in Figures(cells, stub, times))
            {
                yield return (row, figures);
            }
        }
    }

    private IEnumerable<IReadOnlyList<string?>> Figures(List<string> cells, List<PxWebVariable?> stub, List<string?> times)
    {
        var codes = stub.Index().Where(column => column.Item is not null)
            .ToDictionary(column => column.Item!.Code, column => column.Item!.CodeOf(cells[column.Index]), StringComparer.Ordinal);
        for (var column = 0; column < cells.Count; column++)
        {
            if (times[column] is { } time)
            {
                codes[settings.TimeVariable] = time;
                var mark = marks.Has(cells[column]) ? cells[column] : null;
                yield return PxWebPopulation.Row(codes, mark is null ? WrittenNumber.Plain(cells[column]) : null, mark, settings, marks);
            }
        }
    }

    private PxWebVariable? Stub(string title) => metadata.Variables.FirstOrDefault(variable => string.Equals(variable.Text, title, StringComparison.OrdinalIgnoreCase));

    private string Time(string title) =>
        metadata.Variables.FirstOrDefault(variable => variable.Code == settings.TimeVariable) is { } time
        && time.Codes.FirstOrDefault(code => title == time.CodeText(code) || title.EndsWith(" " + time.CodeText(code), StringComparison.Ordinal)) is { } found
            ? found
            : throw new FormatException($"The column '{title}' is neither a variable of the table nor ends with one of its times.");

    private void Check(List<PxWebVariable?> stub)
    {
        foreach (var needed in new[] { settings.RegionVariable, settings.AgeVariable }.Where(needed => stub.All(variable => variable?.Code != needed)))
        {
            throw new FormatException($"There is no column for the variable {needed}.");
        }
    }
}
