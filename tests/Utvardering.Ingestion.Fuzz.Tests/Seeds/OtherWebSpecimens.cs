using System.Globalization;
using System.Text;

namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>Answers of Socialstyrelsen and of the police.</summary>
internal static class OtherWebSpecimens
{
    // Of the source's ids; 0 is the country.
    private static readonly int[] Counties = [1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 17, 18, 19, 20, 21, 22, 23, 24, 25];

    public static IReadOnlyList<Specimen> All { get; } =
    [
        new("socialstyrelsen", "socialstyrelsen", Form.Json, Diagnoses),
        new("polisen-events", "polisen-events", Form.Json, Events),
    ];

    private static Seed Diagnoses(int place)
    {
        var (county, year) = (Counties[place % Counties.Length], 2010 + (place / Counties.Length));
        return new(
            "https://sdb.socialstyrelsen.se/api/v1/sv/diagnoserislutenoppenvard/resultat/matt/7/diagnos/0502/region/1/alder/3/kon/1,2,3/ar/2010?per_sida=5000&sida=1",
            Encoding.UTF8.GetBytes($$"""
                {"data":[{"regionId":{{county}},"alderId":3,"konId":3,"mattId":7,"ar":{{year}},"varde":"639,3"},
                {"regionId":{{county}},"alderId":3,"konId":1,"mattId":7,"ar":{{year}},"varde":"X"},
                {"regionId":{{county}},"alderId":4,"konId":2,"mattId":7,"ar":{{year}},"varde":"1 012,0"}],
                "amne":"Diagnoser","sida":1,"per_sida":5000,"sidor":1,"nasta_sida":null,"foregaende_sida":null}
                """));
    }

    private static Seed Events(int place) => new(
        $"https://polisen.se/api/events?DateTime=2024-05-{1 + (place % 28):00}",
        Encoding.UTF8.GetBytes($"[{Event(place, 1, Town.Of(place).Name)},{Event(place, 2, Town.Of(place + 7).Name)},{Event(place, 3, "Uppsala län")}]"));

    private static string Event(int place, int number, string town) => string.Create(CultureInfo.InvariantCulture, $$$"""
        {"id":{{{(10 * place) + number}}},"datetime":"2024-05-31 9:05:01 +02:00","name":"31 maj 8:10, Brand, {{{town}}}","summary":"s","url":"/u","type":"Brand","location":{"name":"{{{town}}}","gps":"57.7,12.9"}}
        """);
}
