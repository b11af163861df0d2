using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

public sealed class KAnonymityTests
{
    private static readonly GateRules Rules = new()
    {
        Today = Gate.Today,
        Columns = new Dictionary<string, ColumnUse> { ["kommun"] = ColumnUse.Code, ["kön"] = ColumnUse.Code, ["dagar"] = ColumnUse.Scan },
        QuasiIdentifiers = ["kommun", "kön"],
    };

    private static readonly string[] Header = ["kommun", "dagar", "kön"];

    [Fact]
    public void Groups_of_five_pass()
    {
        Assert.True(Gate.Judge(Rules, Header, [.. Persons("0180", "flicka", 5), .. Persons("0180", "pojke", 6)]).Passed);
    }

    [Fact]
    public void A_group_of_four_refuses_the_file_and_is_told_by_its_first_row()
    {
        var report = Gate.Judge(Rules, Header, [.. Persons("0180", "flicka", 5), .. Persons("1480", "flicka", 4)]);
        Assert.Equal([new("leverans.csv", 7, "kommun, kön", FindingKind.SmallGroup)], report.Findings);
    }

    [Fact]
    public void Small_groups_are_told_in_the_order_of_the_file()
    {
        var report = Gate.Judge(Rules, Header, [.. Persons("2", "b", 1), .. Persons("1", "a", 1), .. Persons("3", "c", 5)]);
        Assert.Equal([2L, 3L], report.Findings.Select(finding => finding.Row!.Value));
    }

    [Fact]
    public void Blank_is_a_value_of_its_own()
    {
        Assert.Equal(1, Gate.Judge(Rules, Header, [.. Persons("0180", "flicka", 5), ["0180", "1", null]]).Total);
    }

    [Fact]
    public void Values_that_run_together_are_not_one_group()
    {
        Assert.Equal(2, Gate.Judge(Rules, Header, [.. Persons("ab", "c", 3), .. Persons("a", "bc", 3)]).Total);
    }

    [Fact]
    public void Another_k_can_be_asked_for()
    {
        Assert.False(Gate.Judge(Rules with { SmallestGroup = 10 }, Header, Persons("0180", "flicka", 9)).Passed);
    }

    [Fact]
    public void Without_one_of_the_columns_the_file_is_refused()
    {
        var finding = Assert.Single(Gate.Judge(Rules, ["kommun", "dagar"], [["0180", "3"]]).Findings);
        Assert.Equal((FindingKind.GroupColumnMissing, "kön"), (finding.Kind, finding.Column));
    }

    [Fact]
    public void Counts_are_not_persons_where_no_quasi_identifier_is_declared()
    {
        Assert.True(Gate.Judge(Rules with { QuasiIdentifiers = [] }, Header, Persons("0180", "flicka", 1)).Passed);
    }

    private static List<string?[]> Persons(string municipality, string sex, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new[] { municipality, $"{i}", sex })];
}
