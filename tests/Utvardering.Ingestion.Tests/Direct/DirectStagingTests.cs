namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>The short way says of a file what the long way says, or leaves it to the long way.</summary>
public sealed class DirectStagingTests : IDisposable
{
    private const string Header = "indicator_code,municipality_code,year,sex,value,status\n";
    private const string Good = "N00001,1490,2024,total,1.5,\n";

    private readonly House house = new("indicator_values", "indicator_code", "municipality_code", "year", "sex", "value", "status");

    /// <summary>Values that some reader of numbers takes and another does not.</summary>
    public static TheoryData<string> Written =>
    [
        "1", "1.5", "-1.5", "+1.5", "007", "0.0", "-0", "1e5", "1E-3", "1.5e+3", "1e400", "1e-400", "1_000", "1_0.5", "1.", ".5", "1.e5", "1.E5", "1.5e", "e5", "0x10", "1f", "1,5", "1 000",
        " 1", "1 ", "\"1\"", "\"1\n\"", "\"1 \"", "\" 1\"", "\"\"", "", "\"1\"\"\"", "nan", "inf", "-inf", "1\t", "\t1", "1\u00A0", "1\u202F", "1\v", "1\r", "\u00B9", "\uFF11", "1\u200B", "-", "..", "12345678901234567890", "0.1000000000000000055511151231257827",
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_value_is_read_the_same_way_or_left_to_the_long_way(string value) => Agrees($"N00001,1490,2024,total,{value},\n");

    [Theory]
    [InlineData("N00001", "N00001")]
    [InlineData("n00001", "1490")]
    [InlineData("N00001", "149O")]
    [InlineData("N00001", "1490 ")]
    [InlineData("N00001", "\"1490\"")]
    [InlineData("N000012", "1490")]
    [InlineData("", "1490")]
    [InlineData("N00001", "")]
    [InlineData("N00001", "9999")]
    public void A_code_is_judged_the_same_way(string indicator, string municipality) => Agrees($"{indicator},{municipality},2024,total,1,\n");

    [Theory]
    [InlineData("2024")]
    [InlineData("2e03")]
    [InlineData("2.00")]
    [InlineData("+204")]
    [InlineData("0x7D")]
    [InlineData("02024")]
    [InlineData("0999")]
    [InlineData("1989")]
    [InlineData("2101")]
    [InlineData("20 4")]
    [InlineData("")]
    public void A_year_is_judged_the_same_way(string year) => Agrees($"N00001,1490,{year},total,1,\n");

    [Theory]
    [InlineData("total,1,preliminary")]
    [InlineData("total,,suppressed")]
    [InlineData("total,,")]
    [InlineData("total,1,suppressed")]
    [InlineData("total,1,Preliminary")]
    [InlineData("Total,1,")]
    [InlineData("women ,1,")]
    public void Codes_and_rules_across_fields_are_judged_the_same_way(string rest) => Agrees($"N00001,1490,2024,{rest}\n");

    [Theory]
    [InlineData("N00001,1490,2024,total,1,\nN00001,1490,2023,total,1,\n")]
    [InlineData("N00001,1490,2024,total,1,\nN00001,1490,2025,total,1,\n")]
    [InlineData("N00001,1490,2024,total,1,\nN00001,1490,2025,total,1,")]
    [InlineData("\nN00001,1490,2024,total,1,\n\n\nN00001,1490,2025,total,1,\n\n")]
    public void Rows_in_any_order_and_between_blank_lines_go_the_short_way(string rows)
    {
        Quick(Header + rows);
        Quick((Header + rows).ReplaceLineEndings("\r\n"));
    }

    private void Quick(string text)
    {
        var ways = TwoWays.Of(house, text);
        Assert.True(ways.Clean);
        Assert.Equal(ways.Long, ways.Short);
        Assert.Equal(2, ways.Long.Count);
    }

    [Theory]
    [InlineData(Good + Good)]
    [InlineData(Good + "N00001,1490,2023,total,1,\n" + Good)]
    [InlineData(Good + "N00001,1490,2024,total,2,\n")]
    [InlineData(Good + ",,,,,\n")]
    [InlineData(Good + "N00001,1490,2025\n")]
    [InlineData("")]
    public void What_has_to_be_told_goes_the_long_way(string rows)
    {
        var ways = TwoWays.Of(house, Header + rows);
        Assert.Null(ways.Short);
    }

    [Theory]
    [InlineData(Good + "N00001,1490,2025,total,1,,,\n")]
    [InlineData(Good + "N00001,1490,2025,total,1,,x\n")]
    [InlineData(Good + "N00001,1490,2025,total,1,\"\n")]
    [InlineData(Good + "N00001,1490,2025,total,1,\"x\n")]
    [InlineData(Good + "N00001,1490,2025,total,1,preli\"minary\n")]
    [InlineData(Good + "N00001,1490,2025,total,\"1\"2,\n")]
    [InlineData("N00001,1490,2024,total,1,\n\r\nN00001,1490,2025,total,1,")]
    [InlineData("N00001,1490,2024,total,1,\r\n\r\nN00001,1490,2025,total,1,")]
    [InlineData("N00001,1490,2024,total,1,\r\nN00001,1490,2025,total,1,\n")]
    public void Quotation_marks_cells_too_many_and_mixed_line_breaks_are_judged_the_same_way(string rows) => Agrees(rows);

    [Theory]
    [InlineData("0111,,2024-01-01,1,\n0111,1490,2024-01-01,2,\n0111,1490,2024-02-01,2,\n", true)]
    [InlineData("0111,1490,2024-01-01,1,\n0111,,2024-01-01,2,\n", true)]
    [InlineData("0111,,2024-01-01,1,\n0111,,2024-01-01,1,\n", false)]
    [InlineData("0111,1490,2024-1-01,1,\n", false)]
    [InlineData("0111,1490,-024-01-01,1,\n", false)]
    [InlineData("0111,1490,2024-02-30,1,\n", false)]
    [InlineData("0111,1490,2024-01-02,1,\n", false)]
    [InlineData("0111,1490,2024-01-01,1.5,\n", false)]
    [InlineData("0111,1490,2024-01-01,-1,\n", false)]
    [InlineData("0111,1490,2024-01-01,9223372036854775808,\n", false)]
    public void A_key_that_may_be_empty_dates_and_whole_numbers_are_judged_the_same_way(string rows, bool quick)
    {
        using var offences = new House("reported_offences", "offence_code", "municipality_code", "month", "count", "status");
        var ways = TwoWays.Of(offences, "offence_code,municipality_code,month,count,status\n" + rows);
        Assert.Equal(quick, ways.Short is not null);
        Assert.Equal(quick, ways.Clean);
        Assert.Equal(ways.Long, ways.Short ?? ways.Long);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_ways_make_the_same_vintage(bool ordered)
    {
        var years = ordered ? new[] { 2021, 2022, 2023 } : [2023, 2021, 2022];
        var rows = string.Concat(years.SelectMany(year => new[] { "men", "total", "women" }.Select(sex => $"N00001,1490,{year},{sex},{year % 7}.25,\n")));
        var direct = await house.IngestAsync(Header + rows);
        // A blank after the delimiter is trimmed: the same content, and no bare text.
        var trimmed = await house.IngestAsync(Header + rows.Replace(",1490,", ", 1490,", StringComparison.Ordinal), day: 1);
        // A row that comes twice: the long way.
        var texts = await house.IngestAsync(Header + rows + rows.Split('\n')[0] + "\n", day: 2);
        Assert.Equal(1, texts.DuplicatesDropped);
        Assert.Equal([9L, 9L, 9L], new[] { direct, trimmed, texts }.Select(outcome => outcome.RowsAccepted));
        Assert.Equal([true, false, false], new[] { direct, trimmed, texts }.Select(outcome => outcome.IsNew));
        Assert.Equal(
            years.Order().SelectMany(year => new[] { "men", "total", "women" }.Select(sex => $"{year} {sex} {year % 7}.25 {2 + (3 * Array.IndexOf(years, year)) + (sex[0] == 'm' ? 0 : sex[0] == 't' ? 1 : 2)}")),
            house.Rows(direct.Vintage!, "select year, sex, value::varchar, landing_row from vintage"));
        Assert.Equal(["VARCHAR VARCHAR INTEGER VARCHAR DOUBLE VARCHAR VARCHAR BIGINT"], house.Rows(direct.Vintage!, "select string_agg(column_type, ' ') from (describe select * from vintage)"));
    }

    public void Dispose() => house.Dispose();

    private void Agrees(string row)
    {
        var ways = TwoWays.Of(house, Header + row);
        if (ways.Short is not null)
        {
            Assert.True(ways.Clean);
            Assert.Equal(ways.Long, ways.Short);
        }
        else if (ways.Clean)
        {
            // A detour is allowed, but not for what every file has.
            Assert.NotEqual(Good, row);
        }
    }
}
