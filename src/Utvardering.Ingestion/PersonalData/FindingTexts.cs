using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.PersonalData;

/// <summary>The findings in words, for those who deliver data.</summary>
public static class FindingTexts
{
    /// <summary>What stands in place of a file's name that holds personal data.</summary>
    public const string HiddenFileName = "(filnamnet visas inte / file name not shown)";

    private static readonly LocalText Resend = new(
        "Ta bort uppgiften och skicka hela filen igen. Ingen rad i filen har använts.",
        "Remove it and send the whole file again. No row of the file has been used.");

    /// <summary>The name of the rule in problem reports and in the audit log.</summary>
    public static string Rule(FindingKind kind) => kind switch
    {
        FindingKind.PersonalNumber => "personal-number",
        FindingKind.CoordinationNumber => "coordination-number",
        FindingKind.InterimNumber => "interim-number",
        FindingKind.Email => "email",
        FindingKind.Phone => "phone",
        FindingKind.FreeText => "free-text",
        FindingKind.SmallGroup => "small-group",
        FindingKind.GroupColumnMissing => "group-column-missing",
        FindingKind.UnknownColumn => "unknown-column",
        FindingKind.AttachedContent => "attached-content",
        FindingKind.UnscannedPart => "unscanned-part",
        FindingKind.UnreadableFile => "unreadable-file",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static LocalText What(FindingKind kind) => kind switch
    {
        FindingKind.PersonalNumber => new("Här står ett personnummer.", "There is a personal identity number (personnummer) here."),
        FindingKind.CoordinationNumber => new("Här står ett samordningsnummer.", "There is a coordination number (samordningsnummer) here."),
        FindingKind.InterimNumber => new("Här står ett interimsnummer (T-nummer eller liknande).", "There is an interim personal number (with a letter) here."),
        FindingKind.Email => new("Här står en e-postadress.", "There is an e-mail address here."),
        FindingKind.Phone => new("Här står ett telefonnummer.", "There is a telephone number here."),
        FindingKind.FreeText => new("Här står fritext, och fritext tas inte emot.", "There is free text here, and free text is not taken in."),
        FindingKind.SmallGroup => new(
            "Raden hör till en grupp med så få personer att någon kan kännas igen.",
            "The row belongs to a group of so few persons that someone could be recognised."),
        FindingKind.GroupColumnMissing => new(
            "Kolumnen saknas, och utan den går det inte att pröva om grupperna är för små.",
            "The column is missing, and without it nobody can tell whether groups are too small."),
        FindingKind.UnknownColumn => new(
            "Här står något utanför mallens kolumner, och det kan vara personuppgifter.",
            "Something stands outside the template's columns here, and it may be personal data."),
        FindingKind.AttachedContent => new(
            "Arbetsboken innehåller bilder, bifogade filer eller makron, och de går inte att pröva.",
            "The workbook holds pictures, attached files or macros, and these can't be judged."),
        FindingKind.UnscannedPart => new(
            "Arbetsboken har Excels äldre format (.xls) och innehåller delar som inte går att pröva, till exempel bilder, diagram, makron eller länkar till andra arbetsböcker.",
            "The workbook is in Excel's older format (.xls) and holds parts that can't be judged, such as pictures, charts, macros or links to other workbooks."),
        FindingKind.UnreadableFile => new(
            "Filen går inte att läsa som CSV, XLSX eller XLS, och då går den inte att pröva.",
            "The file can't be read as CSV, XLSX or XLS, and so it can't be judged."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static LocalText Remedy(FindingKind kind) => kind switch
    {
        FindingKind.FreeText => new(
            "Ta bort texten och skicka hela filen igen. Ingen rad i filen har använts.",
            "Remove the text and send the whole file again. No row of the file has been used."),
        FindingKind.SmallGroup => new(
            "Slå ihop grupper (till exempel åldrar eller kvartal) eller skicka antal i stället för rader per person, och skicka hela filen igen. Ingen rad i filen har använts.",
            "Merge groups (ages or quarters, say) or send counts instead of a row per person, and send the whole file again. No row of the file has been used."),
        FindingKind.GroupColumnMissing => new(
            "Lägg till kolumnen och skicka hela filen igen. Ingen rad i filen har använts.",
            "Add the column and send the whole file again. No row of the file has been used."),
        FindingKind.UnknownColumn => new(
            "Kontrollera att rubriken är skriven som i mallen, eller ta bort det som står utanför mallen, och skicka hela filen igen. Ingen rad i filen har använts.",
            "Check that the heading is written as in the template, or remove what stands outside it, and send the whole file again. No row of the file has been used."),
        FindingKind.AttachedContent => new(
            "Kopiera uppgifterna till en ny mall och skicka den. Ingen rad i filen har använts.",
            "Copy the figures into a new template and send that. No row of the file has been used."),
        FindingKind.UnscannedPart => new(
            "Spara filen som XLSX (Arkiv, Spara som, Excel-arbetsbok) och skicka den igen. Ingen rad i filen har använts.",
            "Save the file as XLSX (File, Save as, Excel workbook) and send it again. No row of the file has been used."),
        FindingKind.UnreadableFile => new(
            "Spara filen som XLSX eller CSV och skicka den igen. Ingen rad i filen har använts.",
            "Save the file as XLSX or CSV and send it again. No row of the file has been used."),
        FindingKind.PersonalNumber or FindingKind.CoordinationNumber or FindingKind.InterimNumber or FindingKind.Email or FindingKind.Phone => Resend,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
