using Utvardering.Ingestion.PersonalData;
using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>A column of the files that a contract asks for.</summary>
/// <param name="Field">The field of the dataset that it fills.</param>
/// <param name="Heading">Its title in the file, in Swedish.</param>
/// <param name="Title">What it holds, in a few words.</param>
/// <param name="Description">What the sender must know to fill it in.</param>
/// <param name="Example">A value as the sender writes it.</param>
/// <param name="Codes">Of <see cref="ColumnForm.Code"/> and <see cref="ColumnForm.Municipality"/>; null of others.</param>
/// <param name="MayBeAbsent">True: a file without the column is good.</param>
/// <param name="FreeText">True: texts of the sender's own are allowed; they are searched for personal data all the same.</param>
public sealed record ContractColumn(
    SchemaField Field,
    string Heading,
    LocalText Title,
    LocalText Description,
    string Example,
    ColumnForm Form,
    CodeOptions? Codes,
    bool MayBeAbsent,
    bool FreeText)
{
    /// <summary>How the personal-data gate reads the column's cells.</summary>
    /// <remarks>
    /// Periods are scanned as any cell: the schemas have no moments, and a period of twelve digits is wrong anyway, so it is better
    /// refused without being printed.
    /// </remarks>
    internal ColumnUse Use => Form switch
    {
        ColumnForm.WholeNumber or ColumnForm.Number => GateRules.UseOfNumbers(
            decimal.TryParse(Field.Maximum, System.Globalization.CultureInfo.InvariantCulture, out var maximum) ? maximum : null),
        ColumnForm.Code or ColumnForm.Municipality => ColumnUse.Code,
        ColumnForm.Text => FreeText ? ColumnUse.Scan : ColumnUse.FreeTextForbidden,
        _ => ColumnUse.Scan,
    };

    /// <summary>A cell in the form that the schema checks. What can't be converted stays as it is, for the check to report.</summary>
    internal string? Value(string? cell) => cell is null ? null : Form switch
    {
        ColumnForm.Code or ColumnForm.Municipality => Codes!.CodeOf(cell),
        ColumnForm.Quarter => WrittenForms.Quarter(cell),
        ColumnForm.Month => WrittenForms.Month(cell),
        ColumnForm.WholeNumber => WrittenForms.WholeNumber(cell),
        ColumnForm.Number => WrittenForms.Number(cell),
        _ => cell,
    };
}
