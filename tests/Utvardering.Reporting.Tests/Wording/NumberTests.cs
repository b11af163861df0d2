using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Tests.Wording;

/// <summary>Numbers as readers and spreadsheets of either language take them. \u00A0 is a no-break space, \u2212 a minus sign.</summary>
public sealed class NumberTests
{
    private static readonly ReportLanguage Sv = ReportLanguage.Swedish;
    private static readonly ReportLanguage En = ReportLanguage.English;

    [Theory]
    [InlineData(1234.5, 1, "1\u00A0234,5", "1,234.5")]
    [InlineData(-0.3, 1, "\u22120,3", "\u22120.3")]
    [InlineData(-0.04, 1, "0,0", "0.0")]
    [InlineData(1234567, 0, "1\u00A0234\u00A0567", "1,234,567")]
    [InlineData(double.PositiveInfinity, 1, "ingen gräns", "no limit")]
    public void A_number_is_written_as_its_readers_write_it(double value, int decimals, string sv, string en)
    {
        Assert.Equal(sv, Sv.Number(value, decimals));
        Assert.Equal(en, En.Number(value, decimals));
    }

    [Theory]
    [InlineData(-0.1, "\u221210 procent")]
    [InlineData(0.2, "+20 procent")]
    [InlineData(0.0042, "+0,4 procent")]
    [InlineData(0, "0 procent")]
    public void A_share_is_told_in_whole_per_cent_and_a_small_one_with_a_decimal(double share, string text)
        => Assert.Equal(text, Sv.SignedPercent(share));

    [Theory]
    [InlineData(0.42, "0,42")]
    [InlineData(1, "1,00")]
    [InlineData(0.021, "0,021")]
    [InlineData(2.0 / 462, "0,004")]
    [InlineData(0.0001, "0,0001")]
    [InlineData(0.00001, "mindre än 0,0001")]
    public void A_p_value_has_the_digits_that_matter(double p, string text) => Assert.Equal(text, Sv.PValue(p));

    [Theory]
    [InlineData(-1234.5678, "-1234,57", "-1234.57")]
    [InlineData(0.000123456789, "0,000123457", "0.000123457")]
    [InlineData(double.NegativeInfinity, "-Inf", "-Inf")]
    public void A_data_file_has_numbers_that_a_spreadsheet_takes(double value, string sv, string en)
    {
        Assert.Equal(sv, Sv.Data(value));
        Assert.Equal(en, En.Data(value));
    }

    [Theory]
    [InlineData(1, false, "en")]
    [InlineData(1, true, "ett")]
    [InlineData(12, false, "tolv")]
    [InlineData(13, false, "13")]
    [InlineData(1271, false, "1\u00A0271")]
    public void Small_numbers_of_things_stand_in_letters(long count, bool neuter, string text) => Assert.Equal(text, Sv.Count(count, neuter));

    // A twentieth of the levels: 0.175, 0.04, 3.2 and 60.5. The ends 0.03 and 0.0004 would read as zero with fewer decimals.
    [Theory]
    [InlineData(-1.1, 0.5, 3.5, 1)]
    [InlineData(0.0597, 0.31, 0.8, 2)]
    [InlineData(-6, 12, 64, 1)]
    [InlineData(-60, 66, 1210, 0)]
    [InlineData(0.03, 0.9, 3.5, 2)]
    [InlineData(-0.0004, 0.9, 3.5, 4)]
    [InlineData(0, 0.9, 3.5, 1)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, 3.5, 1)]
    public void An_outcome_has_the_decimals_of_its_level_and_no_end_reads_as_zero(double low, double high, double level, int decimals)
        => Assert.Equal(decimals, Quantity.Decimals([Made.MadeRows.Effect(Made.MadeOutcomes.Fire, "vs-bra", 0, low, high, 1) with { TreatedBefore = level }]));

    [Theory]
    [InlineData(-12.4, 0)]
    [InlineData(0.96, 0)]
    [InlineData(0.42, 1)]
    [InlineData(-0.04, 2)]
    [InlineData(0, 0)]
    public void A_small_percentage_keeps_a_digit(double percent, int decimals) => Assert.Equal(decimals, Quantity.OfPercent(percent));
}
