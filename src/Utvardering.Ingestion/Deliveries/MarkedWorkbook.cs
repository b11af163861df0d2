using System.Globalization;
using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Deliveries.Reading;
using Utvardering.Ingestion.Deliveries.Template;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Spreadsheets;
using Utvardering.Ingestion.Staging;

namespace Utvardering.Ingestion.Deliveries;

/// <summary>
/// A delivered file as a workbook to correct and send again: its own rows in their places, every listed problem's cell coloured and
/// commented, the problems on a sheet of their own, and the template's lists.
/// </summary>
internal static class MarkedWorkbook
{
    /// <returns>Null when the body can't be read as a table, so that there is nothing to mark.</returns>
    public static byte[]? Of(StagedRows staged, LandedBody body, BodyProblems problems)
    {
        var contract = ContractReader.Read(staged.Project, staged.Schema);
        return DeliveredFileReader.Read(File.ReadAllBytes(body.File), contract, staged.Source.Encoding) is { Header.Count: > 0 } file
            ? Write(contract, file, problems)
            : null;
    }

    private static byte[] Write(DeliveryContract contract, DeliveredFile file, BodyProblems problems)
    {
        var marks = problems.First.Where(problem => problem.Row is not null)
            .SelectMany(problem => Places(contract, file, problem), (problem, column) => (Row: problem.Row!.Value, Column: column, problem))
            .GroupBy(mark => (mark.Row, mark.Column))
            .OrderBy(cell => cell.Key.Row).ThenBy(cell => cell.Key.Column)
            .ToDictionary(cell => cell.Key, cell => string.Join("\n\n", cell.Select(mark => Note(mark.problem)).Distinct()));
        return WorkbookWriter.Write(
        [
            TemplateSheets.Data(contract, file.Header, Rows(contract, file, marks), file.HeaderRow, [.. marks.Select(mark => new SheetNote(mark.Key.Row, mark.Key.Column, mark.Value))]),
            ProblemSheet(problems),
            TemplateSheets.Guide(contract),
            TemplateSheets.Codes(contract),
        ]);
    }

    /// <summary>The columns, from 1, that a problem is marked in: its own, those of the key, or the first of the row.</summary>
    private static List<int> Places(DeliveryContract contract, DeliveredFile file, Problem problem)
    {
        var headings = (problem.Column ?? "").Split(", ")
            .Select(name => contract.Columns.FirstOrDefault(column => column.Field.Name == name)?.Heading ?? name);
        List<int> places = [.. headings.Select(file.IndexOf).Where(place => place >= 0).Select(place => place + 1)];
        return places.Count > 0 ? places : [1];
    }

    private static IEnumerable<SheetRow> Rows(DeliveryContract contract, DeliveredFile file, Dictionary<(long Row, int Column), string> marks)
    {
        yield return new(file.HeaderRow, [.. file.Header.Select((title, index) =>
            new SheetCell(index + 1, title, marks.ContainsKey((file.HeaderRow, index + 1)) ? CellLook.Faulty : TemplateSheets.Heading(contract.Find(title))))]);
        foreach (var row in file.Rows)
        {
            var cells = row.Cells.Select((text, index) => new SheetCell(index + 1, text, marks.ContainsKey((row.Number, index + 1)) ? CellLook.Faulty : CellLook.Text));
            yield return new(row.Number, [.. cells.Where(cell => cell.Text is not null || cell.Look == CellLook.Faulty)]);
        }
    }

    private static SheetDraft ProblemSheet(BodyProblems problems)
    {
        string[] headings = ["Rad", "Kolumn", "Värde", "Vad som är fel", "Gör så här", "In English"];
        var rows = new List<SheetRow> { new(1, [.. headings.Select((heading, index) => new SheetCell(index + 1, heading, CellLook.Heading))]) };
        foreach (var problem in problems.First.OrderBy(problem => problem.Row ?? 0))
        {
            string?[] texts =
            [
                problem.Row?.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Value, problem.Message.Sv, problem.Remedy.Sv,
                $"{problem.Message.En} {problem.Remedy.En}",
            ];
            rows.Add(new(rows.Count + 1, [.. texts.Select((text, index) => new SheetCell(index + 1, text, CellLook.Wrapped))]));
        }

        if (problems.Total > problems.First.Count)
        {
            rows.Add(new(rows.Count + 1, [new(4, string.Create(CultureInfo.InvariantCulture, $"Här visas {problems.First.Count} av {problems.Total} fel, några av varje slag."), CellLook.Wrapped)]));
        }

        return new(DeliveryContract.ProblemSheet) { Columns = [new(8), new(20), new(20), new(60), new(60), new(60)], Rows = rows, FrozenRows = 1 };
    }

    private static string Note(Problem problem) => $"{problem.Message.Sv} {problem.Remedy.Sv}";
}
