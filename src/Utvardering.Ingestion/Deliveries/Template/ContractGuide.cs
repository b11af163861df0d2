using System.Text;
using Utvardering.Ingestion.Deliveries.Contract;

namespace Utvardering.Ingestion.Deliveries.Template;

/// <summary>The guide for those who deliver, in Swedish, made from the contract.</summary>
public static class ContractGuide
{
    /// <summary>Its name beside the schema.</summary>
    public const string FileName = "guide.sv.md";

    // A list of all municipalities says nothing that the template's list does not.
    private const int LongestList = 60;

    public static string Write(DeliveryContract contract)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');

        Line($"# {contract.Title.Sv}");
        Line("");
        Line($"*Skapad ur `data-schema/{contract.Dataset}/schema.json` med `utvardering contract {contract.Dataset}`. Ändra schemat, inte den här filen.*");
        foreach (var paragraph in contract.About)
        {
            Line("");
            Line(paragraph);
        }

        Line("");
        Line("## Inga personuppgifter");
        Line(GuideTexts.NoPersonalData);
        Line("Du får då veta rad, kolumn och vad det är, men inte själva uppgiften. Namn och adresser känns inte igen av kontrollen: dem måste du själv hålla utanför.");
        if (contract.QuasiIdentifiers.Count > 0)
        {
            Line($"Varje rad är en person. Filen tas emot bara om minst {contract.SmallestGroup} rader är lika i {string.Join(", ", contract.QuasiIdentifiers.Select(heading => $"`{heading}`"))}: annars går någon att känna igen, och hela filen avvisas.");
        }

        Line("");
        Line("## Så skickar du");
        Line($"1. Fyll i bladet **{DeliveryContract.DataSheet}** i [mallen]({ContractTemplate.FileName}), en rad för varje uppgift. Det går också att skicka CSV med samma rubriker: semikolon eller komma mellan kolumnerna, helst UTF-8.");
        Line($"2. Spara som XLSX eller CSV (Excels äldre format XLS går också bra) och lägg filen i mappen `{contract.Folder}/`. Filnamnet väljer du själv, till exempel kommunkoden. Skriv inga namn på personer i det.");
        Line("3. Tas filen inte emot får du en rapport med varje fel: rad, kolumn, värde, regel och vad du ska göra. Du får också tillbaka filen som Excel med de felaktiga cellerna märkta. Rätta där och skicka hela filen igen.");
        Line("4. En fil tas emot hel eller inte alls. Skickar du en uppgift igen med ett annat värde ska den gamla filen bort: två olika värden för samma sak tas inte emot.");
        Line("");
        Line("## Kolumner");
        Line("| rubrik | vad som ska stå | måste fyllas i | exempel |");
        Line("| --- | --- | --- | --- |");
        foreach (var column in contract.Columns)
        {
            Line($"| `{column.Heading}` | {column.Title.Sv}. {column.Description.Sv} | {GuideTexts.Required(column)} | `{column.Example}` |");
        }

        foreach (var column in contract.Columns.Where(column => column.Codes is { Options.Count: <= LongestList }))
        {
            Codes(Line, column);
        }

        Line("");
        Line("## Regler");
        foreach (var rule in contract.Rules)
        {
            Line($"- {rule.Sv}");
        }

        Line("- Samma sak får inte stå på två rader med olika värden. Helt lika rader räknas en gång.");
        Line("- Skriv 0 när antalet är noll. Utelämna raden när ni inte vet.");
        return text.ToString();
    }

    private static void Codes(Action<string> line, ContractColumn column)
    {
        var explained = column.Codes!.Options.Any(option => option.Explained is not null);
        line("");
        line($"### Värden för `{column.Heading}`");
        line("Både texten och koden går att skriva.");
        line("");
        line(explained ? "| skriv | eller koden | på engelska | betyder |" : "| skriv | eller koden | på engelska |");
        line(explained ? "| --- | --- | --- | --- |" : "| --- | --- | --- |");
        foreach (var option in column.Codes.Options)
        {
            line($"| {option.Written} | `{option.Code}` | {option.LabelEn} |{(explained ? $" {option.Explained} |" : "")}");
        }
    }
}
