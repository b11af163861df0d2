using System.Globalization;
using Utvardering.Ingestion.Deliveries.Contract;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Deliveries.Template;

/// <summary>The sheets of a contract's workbook: figures, explanations, code lists.</summary>
internal static class TemplateSheets
{
    private const int LastRow = 5000;
    private const int NarrowestColumn = 12;

    /// <param name="headings">The file's own, or the contract's.</param>
    public static SheetDraft Data(DeliveryContract contract, IReadOnlyList<string> headings, IEnumerable<SheetRow> rows, long headerRow, IReadOnlyList<SheetNote> notes)
    {
        var columns = headings.Select(contract.Find).ToList();
        return new(DeliveryContract.DataSheet)
        {
            Columns = [.. headings.Zip(columns, (heading, column) => new SheetColumn(Width(heading, column), CellLook.Text))],
            Rows = rows,
            FrozenRows = headerRow,
            Validations = [.. columns.Select((column, index) => column is null ? null : Validation(contract, column, index + 1, headerRow)).OfType<SheetValidation>()],
            Notes = notes,
        };
    }

    /// <summary>The look of a column's heading: what must be filled in stands out.</summary>
    public static CellLook Heading(ContractColumn? column) => column?.Field.Required == true ? CellLook.RequiredHeading : CellLook.Heading;

    public static SheetDraft Guide(DeliveryContract contract)
    {
        var rows = new List<SheetRow>();
        void Add(CellLook look, params string?[] texts) =>
            rows.Add(new(rows.Count + 1, [.. texts.Select((text, index) => text is null ? null : new SheetCell(index + 1, text, look)).OfType<SheetCell>()]));

        Add(CellLook.Title, contract.Title.Sv);
        foreach (var paragraph in contract.About.Append(GuideTexts.NoPersonalData))
        {
            Add(CellLook.Wrapped, null, paragraph);
        }

        Add(CellLook.Plain);
        Add(CellLook.Heading, "Rubrik", "Vad som ska stå", "Måste fyllas i", "Exempel");
        foreach (var column in contract.Columns)
        {
            Add(CellLook.Wrapped, column.Heading, $"{column.Title.Sv}. {column.Description.Sv}", GuideTexts.Required(column), column.Example);
        }

        Add(CellLook.Plain);
        Add(CellLook.Heading, "Regler", "Det här kontrolleras när filen tas emot");
        foreach (var rule in contract.Rules)
        {
            Add(CellLook.Wrapped, null, rule.Sv);
        }

        return new(DeliveryContract.GuideSheet) { Columns = [new(18), new(90), new(16), new(26)], Rows = rows };
    }

    public static SheetDraft Codes(DeliveryContract contract)
    {
        var lists = Lists(contract);
        var height = lists.Max(list => list.Codes!.Options.Count);
        return new(DeliveryContract.CodeSheet)
        {
            Columns = [.. lists.SelectMany(list => new[] { new SheetColumn(Width(list.Heading, list), CellLook.Text), new SheetColumn(list.Codes!.Options.Any(option => option.Explained is not null) ? 80 : 4) })],
            Rows = Enumerable.Range(0, height + 1).Select(row => new SheetRow(row + 1, [.. lists.SelectMany((list, index) => Row(list, (2 * index) + 1, row))])),
            FrozenRows = 1,
        };
    }

    private static IEnumerable<SheetCell> Row(ContractColumn list, int column, int row)
    {
        if (row == 0)
        {
            yield return new(column, list.Heading, CellLook.Heading);
        }
        else if (row <= list.Codes!.Options.Count)
        {
            var option = list.Codes.Options[row - 1];
            yield return new(column, option.Written, CellLook.Text);
            if (option.Explained is { } explained)
            {
                yield return new(column + 1, explained, CellLook.Wrapped);
            }
        }
    }

    private static List<ContractColumn> Lists(DeliveryContract contract) => [.. contract.Columns.Where(column => column.Codes is not null)];

    private static SheetValidation? Validation(DeliveryContract contract, ContractColumn column, int place, long headerRow)
    {
        var list = Lists(contract).IndexOf(column);
        var range = list < 0 ? null : string.Create(CultureInfo.InvariantCulture,
            $"'{DeliveryContract.CodeSheet}'!${ColumnLetters.Of(2 * list)}$2:${ColumnLetters.Of(2 * list)}${column.Codes!.Options.Count + 1}");
        // Periods can be written in several ways: the check on arrival says what is wrong with them, in words.
        return range is null && column.Form is not (ColumnForm.WholeNumber or ColumnForm.Number)
            ? null
            : new(place, headerRow + 1, LastRow, range, column.Form == ColumnForm.Number, column.Heading, column.Description.Sv);
    }

    private static double Width(string heading, ContractColumn? column) =>
        Math.Max(NarrowestColumn, (column?.Codes?.Options.Max(option => option.Written.Length) ?? 0) is var longest && longest > heading.Length ? longest : heading.Length) + 2;
}
