using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

public sealed class FileScanTests
{
    private static readonly GateRules Rules = new()
    {
        Today = Gate.Today,
        Columns = new Dictionary<string, ColumnUse> { ["Kommunkod"] = ColumnUse.Code, ["antal"] = ColumnUse.Scan },
    };

    [Fact]
    public void A_good_file_passes()
    {
        var report = Gate.Judge(Rules, ["kommunkod", "antal"], [["0180", "12"], ["1480", null]]);
        Assert.True(report.Passed);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_finding_names_the_row_as_an_editor_does_and_the_column_of_the_rules()
    {
        var report = Gate.Judge(Rules, ["kommunkod", " Antal "], [["0180", "12"], ["0180", "000101-9819"]]);
        Assert.Equal([new("leverans.csv", 3, "Antal", FindingKind.PersonalNumber)], report.Findings);
    }

    [Fact]
    public void A_column_the_rules_do_not_know_is_scanned_and_named_by_its_number()
    {
        // A file without a header has values for titles.
        var report = Gate.Judge(Rules, ["kommunkod", "Anna Andersson"], [["0180", "000101-9819"]]);
        Assert.Equal("2", Assert.Single(report.Findings).Column);
    }

    [Fact]
    public void Cells_beyond_the_header_are_scanned()
    {
        var report = Gate.Judge(Rules, ["kommunkod"], [["0180", "", "000101-9819"]]);
        Assert.Equal("3", Assert.Single(report.Findings).Column);
    }

    [Fact]
    public void Titles_are_cells_of_the_first_row()
    {
        var report = Gate.Judge(Rules, ["kommunkod", "000101-9819"], []);
        Assert.Equal([new("leverans.csv", 1, "2", FindingKind.PersonalNumber)], report.Findings);
    }

    [Fact]
    public void A_file_name_with_a_number_is_a_finding_and_is_not_repeated()
    {
        var report = Gate.Judge(Rules, ["antal"], [["000101-9819"]], "000101-9819.csv");
        Assert.Equal(2, report.Total);
        Assert.All(report.Findings, finding => Assert.Equal(FindingTexts.HiddenFileName, finding.File));
    }

    [Fact]
    public void All_findings_are_counted_and_the_first_thousand_kept()
    {
        var report = Gate.Judge(Rules, ["antal"], [.. Enumerable.Repeat<string?[]>(["000101-9819 a@b.se"], 1500)]);
        Assert.Equal((3000, 1000), (report.Total, report.Findings.Count));
        Assert.Equal((1500, 1500), (report.ByKind[FindingKind.PersonalNumber], report.ByKind[FindingKind.Email]));
    }

    [Fact]
    public void The_message_says_where_what_and_what_to_do_in_both_languages()
    {
        var message = new GateFinding("leverans.csv", 3, "antal", FindingKind.PersonalNumber).Message;
        Assert.Equal("leverans.csv, rad 3, kolumnen antal: Här står ett personnummer. Ta bort uppgiften och skicka hela filen igen. Ingen rad i filen har använts.", message.Sv);
        Assert.Equal("leverans.csv, row 3, column antal: There is a personal identity number (personnummer) here. Remove it and send the whole file again. No row of the file has been used.", message.En);
    }

    [Fact]
    public void Every_kind_has_its_texts_and_its_rule()
    {
        var kinds = Enum.GetValues<FindingKind>();
        Assert.All(kinds, kind => Assert.NotEmpty(FindingTexts.What(kind).Sv + FindingTexts.Remedy(kind).En));
        Assert.Equal(kinds.Length, kinds.Select(FindingTexts.Rule).Distinct().Count());
    }
}
