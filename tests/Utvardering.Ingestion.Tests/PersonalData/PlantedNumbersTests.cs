using System.Globalization;
using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>The first gate: 100 000 numbers in all forms, planted in otherwise good files, and every one is found.</summary>
public sealed class PlantedNumbersTests
{
    private const int Files = 1000;
    private const int InEach = 100;
    private static readonly string[] Header = ["kommunkod", "kvartal", "åldersgrupp", "antal", "av", "anmärkning"];

    [Fact]
    public void Every_one_of_100_000_planted_numbers_is_found_where_it_stands_and_nothing_else()
    {
        var rules = new GateRules
        {
            Today = Gate.Today,
            Columns = new Dictionary<string, ColumnUse>
            {
                ["kommunkod"] = ColumnUse.Code,
                ["kvartal"] = ColumnUse.Code,
                ["åldersgrupp"] = ColumnUse.Code,
                ["antal"] = GateRules.UseOfNumbers(100_000),
                ["av"] = GateRules.UseOfNumbers(null),
                ["anmärkning"] = ColumnUse.Scan,
            },
        };
        var random = new Random(20260101);
        var forms = NumberForms.Written.Count + NumberForms.OfDigits.Count;
        var planted = 0;
        for (var file = 0; file < Files; file++)
        {
            var scan = new PersonalDataGate(rules).Open("leverans.csv", Header);
            var places = new List<(long?, string?)>();
            for (var row = 2; row < 2 + InEach; row++)
            {
                var cells = Good(random);
                var column = random.Next(Header.Length);
                var (form, around) = (planted % forms, planted % NumberForms.Surroundings.Count);
                cells[column] = Planted(random, form, around);
                scan.Row(row, cells);
                scan.Row(row + 1000, Good(random));
                places.Add((row, Header[column]));
                planted++;
            }

            var found = scan.Complete();
            Assert.Equal(places, found.Findings.Select(finding => (finding.Row, finding.Column)));
            Assert.All(found.Findings, finding => Assert.True(finding.Kind <= FindingKind.InterimNumber));
        }

        Assert.Equal(100_000, planted);
    }

    private static string Planted(Random random, int form, int around)
    {
        var number = InventedNumber.Draw(random, letters: form < NumberForms.Written.Count);
        var text = form < NumberForms.Written.Count ? NumberForms.Written[form](number) : NumberForms.OfDigits[form - NumberForms.Written.Count](number);
        return NumberForms.Surroundings[around](text);
    }

    private static string[] Good(Random random) =>
    [
        random.Next(114, 2585).ToString("D4", CultureInfo.InvariantCulture),
        $"{random.Next(2014, 2026)}K{random.Next(1, 5)}",
        "16-20",
        random.Next(2000).ToString(CultureInfo.InvariantCulture),
        random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        random.Next(3) == 0 ? "preliminär" : "",
    ];
}
