using System.Text;
using Utvardering.Ingestion.Spreadsheets;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>What municipalities deliver, under both contracts.</summary>
internal static class DeliverySpecimens
{
    private const string Header = "kommunkod;kvartal;åldersgrupp;kön;mått;instrument;antal;av;värde";

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("delivery.csv", "deliveries", Form.Text, place => new($"deliveries/{place}.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", Quarter(Town.Of(place)).Append(""))))),
        new("delivery.xlsx", "deliveries", Form.Xlsx, place => new($"deliveries/{place}.xlsx", Book(Quarter(Town.Of(place))))),
        new("delivery.log", "support-log", Form.Text, place => new($"support-log/{place}.csv", Encoding.UTF8.GetBytes(
            $"kommunkod;månad;område;slag;timmar\n{Town.Of(place).Code};mars 2024;Lokala arbetssätt (SIG, SSPF, BUP);Handledning;7,5\n{Town.Of(place).Name};2024-04;assessment;training;12\n"))),
    ];

    private static string[] Quarter(Town town) =>
    [
        Header,
        $"{town.Code};2024K1;13–15 år;Pojkar;Orosanmälningar om barn och unga;;12;;",
        $"{town.Name};2024 kv 2;0-12;Girls;inledda_utredningar;;1 234;;",
        $"{town.Code} {town.Name};2024-01-01;Samtliga 0–20 år;Samtliga;avslutade_utredningar;;40;;",
        $"{town.Code};2024K1;0-20;total;utredningstid_median;;;40;104,5",
        $"{town.Code};2024K1;0-20;total;strukturerad_bedomning;SAVRY;12;40;",
    ];

    private static byte[] Book(string[] rows) => WorkbookWriter.Write(
    [
        new SheetDraft("Uppgifter")
        {
            Rows = [.. rows.Select((row, index) => new SheetRow(index + 1, [.. row.Split(';').Select((cell, column) => new SheetCell(column + 1, cell)).Where(cell => cell.Text!.Length > 0)]))],
        },
    ]);
}
