using System.Globalization;
using Utvardering.Ingestion.PersonalData;

namespace Utvardering.Ingestion.Tests.PersonalData;

public sealed class ColumnUseTests
{
    [Theory]
    [InlineData(null, ColumnUse.Scan)]
    [InlineData(100_000, ColumnUse.Scan)]
    [InlineData(999_999_999, ColumnUse.Scan)]
    [InlineData(1_000_000_000, ColumnUse.Amount)]
    public void Only_a_declared_maximum_of_ten_digits_makes_room_for_bare_ten_digit_numbers(int? maximum, ColumnUse use)
    {
        Assert.Equal(use, GateRules.UseOfNumbers(maximum));
    }

    [Fact]
    public void A_bare_ten_digit_number_in_a_column_of_amounts_is_an_amount()
    {
        Assert.Empty(Gate.Kinds("8507109810", ColumnUse.Amount));
        Assert.Empty(Gate.Kinds("8507109810.0", ColumnUse.Amount));
    }

    [Theory]
    [InlineData("198507109810")]
    [InlineData("850710-9810")]
    [InlineData("8507109810 x")]
    public void Any_other_form_in_a_column_of_amounts_is_a_personal_number(string cell)
    {
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds(cell, ColumnUse.Amount));
    }

    [Fact]
    public void A_column_of_amounts_that_are_all_personal_numbers_is_found_out()
    {
        var finding = Assert.Single(Gate.Column(ColumnUse.Amount, Bare(1985, 10)).Findings);
        Assert.Equal(new("leverans.csv", 2, "text", FindingKind.PersonalNumber), finding);
    }

    [Fact]
    public void A_column_of_numbers_that_lost_their_leading_zero_is_found_out()
    {
        var shortened = Bare(2005, 10).Select(number => number.TrimStart('0')).ToArray();
        Assert.All(shortened, number => Assert.Equal(9, number.Length));

        Assert.Equal([FindingKind.PersonalNumber], Gate.Column(ColumnUse.Scan, shortened).Findings.Select(finding => finding.Kind));
        Assert.Equal([FindingKind.PersonalNumber], Gate.Column(ColumnUse.Scan, [.. shortened.Select(number => number + ".0")]).Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void One_amount_that_passes_and_is_repeated_is_no_column_of_personal_numbers()
    {
        Assert.True(Gate.Column(ColumnUse.Amount, [.. Enumerable.Repeat("8507109810", 300)]).Passed);
    }

    [Fact]
    public void A_few_that_pass_among_many_amounts_are_no_column_of_personal_numbers()
    {
        var amounts = Enumerable.Range(0, 50).Select(i => (9_900_000_000 + i).ToString(CultureInfo.InvariantCulture));
        Assert.True(Gate.Column(ColumnUse.Amount, [.. Bare(1985, 10), .. amounts]).Passed);
    }

    [Fact]
    public void Twelve_digits_that_read_as_a_minute_pass_only_in_a_column_of_moments()
    {
        // 200001011203: 000101120 has the sum 1+1+2+2+0 = 6, so a control digit of 4; 200001011204 is both 12:04 and a number.
        Assert.Empty(Gate.Kinds("200001011204", ColumnUse.Time));
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds("200001011204"));
        Assert.Equal([FindingKind.PersonalNumber], Gate.Kinds("200001019819", ColumnUse.Time));
    }

    [Fact]
    public void Forbidden_free_text_refuses_any_cell_that_is_not_blank()
    {
        Assert.Equal([FindingKind.FreeText], Gate.Kinds("ok", ColumnUse.FreeTextForbidden));
        Assert.Empty(Gate.Kinds("  ", ColumnUse.FreeTextForbidden));
        Assert.Equal([FindingKind.FreeText, FindingKind.PersonalNumber], Gate.Kinds("000101-9819", ColumnUse.FreeTextForbidden));
    }

    private static string[] Bare(int year, int count) =>
        [.. Enumerable.Range(1, count).Select(i => new InventedNumber(new(year, 1 + (i % 12), i), false, null, 900 + i)).Select(n => n.ShortYear + n.Month + n.Day + n.Last)];
}
