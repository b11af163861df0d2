namespace Utvardering.Ingestion.Checks;

/// <summary>What can be wrong with a body before its rows can be judged.</summary>
internal static class FileProblems
{
    public static Problem Encoding(string declared) => new("encoding", null, null, null,
        new($"Filen är inte i teckenkodningen {declared}.", $"The file is not in the encoding {declared}."),
        new($"Spara filen som {declared}, eller ändra 'encoding' i källans YAML-fil.", $"Save the file as {declared}, or change 'encoding' in the source's YAML file."));

    public static Problem Empty() => new("empty", null, null, null,
        new("Filen har inga rader.", "The file has no rows."),
        new("Kontrollera att rätt fil skickades.", "Check that the right file was sent."));

    public static Problem Unreadable(string reason) => new("structure", null, null, null,
        new($"Filen kan inte läsas som tabell: {reason}", $"The file can't be read as a table: {reason}"),
        new("Öppna filen i ett textprogram och jämför den med mallen.", "Open the file in a text editor and compare it with the template."));

    public static Problem WebPage() => new("structure", null, null, null,
        new("Filen är en webbsida (HTML) och inte en tabell.", "The file is a web page (HTML) and no table."),
        new("Hämta filen igen med källans knapp för nedladdning, inte med \"Spara sidan som\".", "Fetch the file again with the source's download button, not with \"Save page as\"."));

    public static Problem NoSheet(string wanted, IEnumerable<string> sheets) => new("structure", null, null, wanted,
        new($"Arbetsboken har inget blad med det namnet. Den har: {string.Join(", ", sheets)}.", $"The workbook has no sheet of that name. It has: {string.Join(", ", sheets)}."),
        new("Kontrollera att rätt arbetsbok skickades, eller ändra 'sheet' i källans YAML-fil.", "Check that the right workbook was sent, or change 'sheet' in the source's YAML file."));

    public static Problem NoWorkbook(string reason) => new("structure", null, null, null,
        new($"Filen kan inte läsas som Excel-arbetsbok: {reason}", $"The file can't be read as an Excel workbook: {reason}"),
        new("Öppna filen i Excel, spara den på nytt som .xlsx utan lösenord och skicka den igen.", "Open the file in Excel, save it anew as .xlsx without a password and send it again."));

    public static Problem NoYear() => new("format", null, null, null,
        new("Varken filen, dess namn eller källans YAML-fil säger vilket år uppgifterna gäller.", "Neither the file, its name nor the source's YAML file says which year the figures are of."),
        new("Ge filen ett namn med årtalet, till exempel anmalda_brott_2020.csv, eller skriv 'year' i YAML-filen.", "Give the file a name with the year, anmalda_brott_2020.csv say, or write 'year' in the YAML file."));

    /// <param name="lacking">Which header it has none of: "region", "år" or "rubrik".</param>
    public static Problem Block(long row, string text, string lacking) => new("structure", row, null, text,
        new($"Raden står inte under någon {lacking}.", $"The row stands under no header of the kind '{lacking}'."),
        new("Kontrollera att filen är hela sidan som den visades.", "Check that the file is the whole page as it was shown."));

    public static Problem Structure(long line, string kind, string? text, int columns) => new("structure", line, null, text,
        kind switch
        {
            "TOO MANY COLUMNS" => new($"Raden har fler celler än rubrikradens {columns}.", $"The row has more cells than the header's {columns}."),
            "MISSING COLUMNS" => new($"Raden har färre celler än rubrikradens {columns}.", $"The row has fewer cells than the header's {columns}."),
            _ => new("Raden har ett citattecken som inte avslutas.", "The row has a quotation mark that is not closed."),
        },
        new("Kontrollera radens skiljetecken och citattecken.", "Check the row's delimiters and quotation marks."));

    public static Problem MissingColumn(string column, IEnumerable<string> header) => new("header", 1, column, null,
        new($"Kolumnen '{column}' saknas. Filen har: {string.Join(", ", header)}.", $"The column '{column}' is missing. The file has: {string.Join(", ", header)}."),
        new("Lägg till kolumnen, eller rätta rubriken.", "Add the column, or correct the header."));

    public static Problem ColumnTwice(string column) => new("header", 1, column, null,
        new($"Kolumnen '{column}' finns mer än en gång.", $"The column '{column}' is there more than once."),
        new("Ta bort den som inte hör dit.", "Remove the one that does not belong."));

    public static Problem NotAsExpected(string what, long? item = null) => new("format", item, null, null,
        new($"Svaret har inte den väntade formen: {what}", $"The answer does not have the expected form: {what}"),
        new("Källan kan ha ändrat sitt format: jämför svaret med källans dokumentation.", "The source may have changed its format: compare the answer with the source's documentation."));
}
