using Utvardering.Ingestion.Schemas;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Checks;

/// <summary>What to say of a text that is no value of its type.</summary>
internal static class TypeTexts
{
    public static (LocalText Message, LocalText Remedy) Of(FieldType type) => type switch
    {
        FieldType.WholeNumber => (
            new("Värdet är inte ett heltal.", "The value is not a whole number."),
            new("Skriv ett heltal utan decimaler och andra tecken, till exempel 12.", "Write a whole number without decimals or other signs, 12 say.")),
        FieldType.Number => (
            new("Värdet är inte ett tal.", "The value is not a number."),
            new("Skriv ett tal, till exempel 12.5.", "Write a number, 12.5 say.")),
        FieldType.Date => (
            new("Värdet är inte ett datum eller en period som finns.", "The value is not a date or period that exists."),
            new("Skriv datumet eller perioden som i mallen.", "Write the date or period as in the template.")),
        FieldType.Year => (
            new("Värdet är inte ett årtal.", "The value is not a year."),
            new("Skriv årtalet med fyra siffror, till exempel 2024.", "Write the year with four digits, 2024 say.")),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Any text is a text."),
    };
}
