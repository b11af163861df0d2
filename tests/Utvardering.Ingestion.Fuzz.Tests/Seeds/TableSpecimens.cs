using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Tests;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Tables that the YAML lays out: tidy text, workbooks, dBASE.</summary>
internal static class TableSpecimens
{
    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("tidy-csv", "fuzz-tidy", Form.Text, place => new($"fuzz-tidy/{place}.csv", Tidy(Town.Of(place), ";,\t|"[place % 4]))),
        new("tidy-csv.population", "files-population", Form.Text, place => new("population/population_31dec.csv", Population(Town.Of(place)))),
        new("tidy-csv.offences", "files-offences", Form.Text, place => new("bra/offences_municipality_month.csv", Offences(Town.Of(place)))),
        new("excel-table", "concern-reports", Form.Xlsx, place => new($"concern-reports/{place}.xlsx", MadeWorkbook.Of([], ("Innehåll", [["Tabeller"]]), ("Tabell 3", Concern(place))))),
        new("excel-table.xls", "concern-reports", Form.Xls, place => new($"concern-reports/{place}.xls", MadeXls.Of("Tabell 3", Concern(place)))),
        new("excel-table.merged", "bra-suspects", Form.Xlsx, Suspects),
        new("dbf-table", "files-vulnerable-areas", Form.Dbf, place => new("polisen/vulnerable_areas_2023/uso_2023.dbf", Areas(place))),
    ];

    private static byte[] Tidy(Town town, char delimiter) => Encoding.UTF8.GetBytes(
        $"""
        kind;key;place;when;sex;n;mark;note
        keep1;x:N07403;{town.Name};2023;T;"1 234,5";preliminär;"en{delimiter} två"
        skip;;;;;;;
        keep2;N07403;{town.Code};2022;K;;uppgift saknas;
        keep3;N07541;{town.Name} kommun;2021;M;-7;;x

        """.Replace(';', delimiter));

    private static byte[] Population(Town town) => Encoding.UTF8.GetBytes(
        $"municipality_code,municipality,year,population,source\n{string.Concat(Enumerable.Range(1998, 5).Select(year => $"{town.Code},{town.Name},{year},36{year % 10}89,x\n"))}");

    private static byte[] Offences(Town town) => Encoding.UTF8.GetBytes(
        $"offence_code,municipality_code,municipality,month,n\n1210,{town.Code},{town.Name},2019-07,2\n1210,{town.Code},{town.Name},2019-08,12\n1701,{town.Code},{town.Name},2020-12,0\n");

    private static object?[][] Concern(int place) =>
    [
        ["Orosanmälningar"], [], [], [], ["Kod", "Kommun", 2022d, 2023d], [Town.Of(place).Code, Town.Of(place).Name + " 1)", 1200d, "1 250"],
        ["1) Uppgiften är osäker."], ["0380", "Uppsala", 5d, 5d],
    ];

    private static Seed Suspects(int place) => new(
        string.Create(CultureInfo.InvariantCulture, $"bra-suspects/misstankta_{1975 + (place % 100)}.xlsx"),
        MadeWorkbook.Of(
            ["A1:F1", "C4:D4", "E4:F4", "A7:A8"],
            ("Tabell 1", [
                [$"Misstänkta personer efter län, ålder och kön {1975 + (place % 100)}"], [], [],
                [null, null, "Män", null, "Kvinnor", null],
                ["Län", "Brott", "15-17 år", "Totalt", "15-17 år", "Totalt"],
                ["Riket", $"Rån{place / 100}", 1234d, "12,5", 56d, "–"],
                ["Stockholms län", $"Rån{place / 100}", 7d, "..", "X", "-"],
                [null, $"Stöld{place / 100} 2)", ".", 4d, 3d],
                [], ["Källa: Brå"],
            ])));

    private static byte[] Areas(int place) => MadeDbf.Of(
        ["NAMN", "KATEGORI", "ORT", "AKTUALITET"],
        [$"Årby {place}", "Utsatt område", Town.Of(place).Name, "2023-12-01"],
        [$"Norr {place}", "Riskområde", Town.Of(place).Name, "2023-12-01"],
        [$"Söder {place}", "Särskilt utsatt område", "Göteborg", ""]);
}
