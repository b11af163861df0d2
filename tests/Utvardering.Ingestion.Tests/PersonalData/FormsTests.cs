using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>
/// Each form once, with numbers of nobody: birth numbers 980–999 are those Skatteverket publishes for tests.
/// 000101-981: 0+0+0+1+0+1+(18→9)+8+2 = 21, so the control digit is 9. 000161-981: 24, so 6. 000101-T98 with 1 for T: 20, so 0.
/// The near misses have the right control digit where it is not the fault, computed in the same way.
/// 850710-981: (16→7)+5+0+7+2+0+(18→9)+8+2 = 40, so 0.
/// </summary>
public sealed class FormsTests
{
    [Theory]
    [InlineData("200001019819")]
    [InlineData("20000101-9819")]
    [InlineData("20000101 9819")]
    [InlineData("0001019819")]
    [InlineData("000101-9819")]
    [InlineData("000101+9819")]
    [InlineData("000101 9819")]
    [InlineData("000101\u00A09819")]
    [InlineData("000101\u20139819")]
    [InlineData("000101 \u2013 9819")]
    [InlineData("2000-01-01-9819")]
    [InlineData("2000.01.01-9819")]
    [InlineData("20 00 01 01 98 19")]
    [InlineData("2 0 0 0 0 1 0 1 9 8 1 9")]
    [InlineData("20 000101-9819")]
    [InlineData("200001019819.0")]
    [InlineData("2.00001019819E11")]
    [InlineData("2,00001019819E+11")]
    [InlineData("8.50710981E9")]
    [InlineData("8507109810")]
    [InlineData("\"000101-9819\"")]
    [InlineData("=\"0001019819\"")]
    [InlineData("pnr0001019819")]
    [InlineData("Anna (000101-9819) och Bo")]
    [InlineData("0001019819,8507109810")]
    [InlineData("12,200001019819")]
    [InlineData("000101-9819-01")]
    [InlineData("\uFF10\uFF10\uFF10\uFF11\uFF10\uFF11\uFF0D\uFF19\uFF18\uFF11\uFF19")]
    [InlineData("\u0660\u0660\u0660\u0661\u0660\u0661-\u0669\u0668\u0661\u0669")]
    public void A_personal_number_is_found_in_every_written_form(string cell)
    {
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds(cell));
    }

    [Theory]
    [InlineData("000161-9816")]
    [InlineData("200001619816")]
    [InlineData("20000161-9816")]
    public void A_coordination_number_is_found(string cell)
    {
        Assert.Equal([FindingKind.CoordinationNumber], Gate.Kinds(cell));
    }

    [Theory]
    [InlineData("000101-T980")]
    [InlineData("000101T980")]
    [InlineData("20000101-t980")]
    [InlineData("2000 01 01 T980")]
    [InlineData("000101 T98 0")]
    [InlineData("0 0 0 1 0 1 T 9 8 0")]
    [InlineData("000101-R980")]
    [InlineData("000101-N980")]
    [InlineData("se 20000101X980, inskriven 2024")]
    public void An_interim_number_is_found(string cell)
    {
        Assert.Equal([FindingKind.InterimNumber], Gate.Kinds(cell));
    }

    [Theory]
    [InlineData("000101-9818", "the control digit is 9")]
    [InlineData("200001019810", "the control digit is 9")]
    [InlineData("000101-T981", "the control digit is 0")]
    [InlineData("000101-B980", "B begins no interim number")]
    [InlineData("001301-9815", "month 13")]
    [InlineData("000001-9810", "month 0")]
    [InlineData("000132-9812", "day 32")]
    [InlineData("000100-9810", "day 0")]
    [InlineData("000160-9817", "day 60")]
    [InlineData("000192-9819", "day 92")]
    [InlineData("010229-9815", "2001 is no leap year, nor is 1901")]
    [InlineData("20260101-9819", "tomorrow")]
    [InlineData("21000101-9819", "the next century")]
    [InlineData("18991231-9812", "126 years ago")]
    [InlineData("000101-0008", "birth number 000")]
    [InlineData("556036-0793", "an organisation number: month 60")]
    [InlineData("2000010198191", "thirteen digits")]
    [InlineData("0.0001019819", "decimals")]
    [InlineData("8507109810,50", "an amount with öre")]
    [InlineData("000101.9819", "a decimal number")]
    [InlineData("000101,9819", "a decimal number")]
    [InlineData("0 001 019 819", "grouped thousands")]
    [InlineData("a94a8fe5ccb1b8507109810c4a8d7f9e", "digits in a hash")]
    [InlineData("2012-06-10 - 2012-12-31", "a range of days, whose first twelve digits pass")]
    public void What_is_nearly_one_is_none(string cell, string because)
    {
        Assert.True(Gate.Kinds(cell).Count == 0, because);
    }

    [Fact]
    public void A_number_of_tomorrow_is_none_until_then()
    {
        var later = new GateRules { Today = new(2026, 1, 1) };
        Assert.False(Gate.Judge(later, ["v"], [["20260101-9819"]]).Passed);
        Assert.True(Gate.Judge(later with { Today = new(2025, 12, 31) }, ["v"], [["20260101-9819"]]).Passed);
    }

    [Fact]
    public void The_29th_of_February_2000_was_a_day()
    {
        // 000229-981: 0+0+0+2+4+9+9+8+2 = 34, so 6.
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds("000229-9816"));
    }

    [Fact]
    public void Long_texts_are_searched_to_their_end()
    {
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds(new string('x', 5000) + " 000101-9819"));
    }
}
