using Utvardering.Ingestion.PersonalData;
using Xunit.Abstractions;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>The second gate: of 1 000 000 ordinary values, fewer than 1 in 10 000 raise an alarm.</summary>
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
    private const int Values = 1_000_000;

    [Fact]
    public void Fewer_than_1_in_10_000_of_1_000_000_ordinary_values_are_taken_for_personal_data()
    {
        var each = (Values / OrdinaryValues.Kinds.Count) + 1;
        var alarms = 0L;
        for (var i = 0; i < OrdinaryValues.Kinds.Count; i++)
        {
            var (name, use, draw) = OrdinaryValues.Kinds[i];
            var random = new Random(i);
            var declared = new PersonalDataGate(Rules(use)).Open("statistik.csv", ["v"]);
            var undeclared = new PersonalDataGate(Rules(ColumnUse.Scan)).Open("statistik.csv", ["v"]);
            for (var row = 2; row < 2 + each; row++)
            {
                string[] cells = [draw(random)];
                declared.Row(row, cells);
                undeclared.Row(row, cells);
            }

            var found = declared.Complete().Total;
            alarms += found;
            output.WriteLine($"{name}: {found} of {each} as {use}" + (use == ColumnUse.Scan ? "" : $", {undeclared.Complete().Total} as Scan"));
        }

        output.WriteLine($"together: {alarms} of {each * OrdinaryValues.Kinds.Count}");
        Assert.True(alarms < Values / 10_000, $"{alarms} false alarms");
    }

    private static GateRules Rules(ColumnUse use) => new() { Today = Gate.Today, Columns = new Dictionary<string, ColumnUse> { ["v"] = use } };
}
