using System.Text;
using Utvardering.Ingestion.Tests;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Files of Brå: by month, by year, pages of the site as text and as workbooks old and new, the yearly file.</summary>
internal static class BraSpecimens
{
    private const string Header = "Region;Brott;År;Period;Antal;/100 000 inv\r\n";

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("bra-sol-text", "bra-sol", Form.Text, place => new($"bra-sol/{place}.txt", Encoded(place, Month(Town.Of(place).Name)))),
        new("bra-sol-year", "bra-sol-year", Form.Text, place => new($"bra-sol-year/{place}.txt", Encoded(place, Year(Town.Of(place).Name)))),
        new("bra-sol-blocks", "bra-sol-pages", Form.Text, place => new($"bra-sol-pages/{place}.txt", Encoded(place, Blocks(Town.Of(place).Name)))),
        new("bra-sol-blocks.xlsx", "bra-sol-pages", Form.Xlsx, place => new($"bra-sol-pages/{place}.xlsx", MadeWorkbook.Of([], ("Blad1", Page(Town.Of(place).Name))))),
        new("bra-sol-blocks.xls", "bra-sol-pages", Form.Xls, place => new($"bra-sol-pages/{place}.xls", MadeXls.Of("Blad1", Page(Town.Of(place).Name)))),
        new("bra-municipality-csv", "bra-municipalities", Form.Text, Municipalities),
    ];

    private static string Month(string town) => Header
        + $"Hela landet;1210 Skadegörelse genom brand;2025;Jan;900;9;\r\n{town} kommun;1210 Skadegörelse genom brand;2025;Jan;498;5;\r\n"
        + $"{town} kommun;1210 - Brand;2025;Feb;1 234;..;\r\n{town};1615;2026 prel.;Aug;-;-;\r\n{town} kommun;1701;2025;Okt;..;..;\r\n";

    private static string Year(string town) => Header
        + $"{town} kommun;3 kap. Brott mot liv;År;2024;1 234;1 090;\r\n{town} kommun;Rån;2025 prel.;Helår;7;6;\r\n{town} kommun;Stöld;År;2024;..;..;\r\nBromma stadsdelsområde;Rån;År;2024;9;9;\r\n";

    private static string Blocks(string town) =>
        "Anmälda brott;Brottsförebyggande rådet\r\n;År;\r\n;2023;;2024 prel.;;\r\n;Antal;/100&nbsp;000&nbsp;inv;Antal;/100&nbsp;000&nbsp;inv;\r\n"
        + $"{town} kommun;;;;;\r\nRån;12;11;1&nbsp;013;..;\r\n"
        + "Anmälda brott;Brottsförebyggande rådet\r\n;År;\r\n;2023;;2024 prel.;;\r\n;Antal;/100&nbsp;000&nbsp;inv;Antal;/100&nbsp;000&nbsp;inv;\r\nStöld;-;-;..;..;\r\n";

    private static object?[][] Page(string town) =>
    [
        ["Anmälda brott", "Brottsförebyggande rådet"], [null, "År"], [null, 2023d, null, "2024 prel."], [null, "Antal", "/100 000 inv", "Antal", "/100 000 inv"],
        [town + " kommun"], ["Rån", 12d, 11d, 1013d, ".."], ["3 kap. Brott mot liv", 1d, 0.5d], ["4 kap. Brott mot frihet"],
    ];

    private static Seed Municipalities(int place)
    {
        var rows = Enumerable.Range(0, 3).Select(row => Town.Of((3 * place) + row).Name + " kommun").ToList();
        return new(
            $"bra-municipalities/anmalda_brott_{1990 + (place % 100)}.csv",
            Encoded(place, $"{(place % 3 == 0 ? "" : "Kommun;Antal;Per 100 000 inv.\r\n")}{rows[0]};2 717;8 555\r\n{rows[1]};763;7545\r\n{rows[2]};..;..\r\n"));
    }

    private static byte[] Encoded(int place, string text) => (place % 2 == 0 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text);
}
