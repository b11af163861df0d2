using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Utvardering.Ingestion.Schemas;

namespace Utvardering.Ingestion.Tests.Direct;

/// <summary>Whole files on the short way: of several blocks, with mapped columns, with many kinds of cells.</summary>
public sealed class DirectFileTests : IDisposable
{
    private const string Header = "indicator_code,municipality_code,year,sex,value,status\n";

    private readonly House house = new("indicator_values", "indicator_code", "municipality_code", "year", "sex", "value", "status");

    [Theory]
    [InlineData(false, "\n")]
    [InlineData(true, "\n")]
    [InlineData(false, "\r\n")]
    public void A_file_of_several_blocks_is_read_the_same_way(bool mixed, string end)
    {
        // A block has 512 KiB.
        var rows = Enumerable.Range(0, 60_000).Select(number => Written(mixed ? (int)(number * 7_919L % 60_000) : number)).ToList();
        var text = (Header + string.Concat(rows)).ReplaceLineEndings(end);
        Assert.InRange(text.Length, 3 << 19, 5 << 19);
        var ways = TwoWays.Of(house, text);
        Assert.True(ways.Clean);
        Assert.Equal(ways.Long, ways.Short);
        Assert.Equal(60_000, ways.Long.Count);
    }

    [Fact]
    public void A_key_that_comes_again_many_blocks_later_is_left_to_the_long_way()
    {
        var rows = Enumerable.Range(0, 60_000).Select(Written).ToList();
        Assert.Null(TwoWays.Of(house, Header + string.Concat(rows) + rows[17]).Short);
    }

    [Theory]
    [InlineData("N00001,Borås,År 2023,T,\"1,5\",\nN00001,Borås,År 2024,K,\"-0,25\",\nN00002,Borås,År 2024,M,\"1 234,5\",\n", true)]
    [InlineData("N00001,Borås,År 2023,T,1.5,\nN00001,Borås,År 2024,T,7,\nN00001,Borås,År 2022,T,,suppressed\n", true)]
    [InlineData("N00001,Borås,År 2023,T,\"1,5,5\",\n", false)]
    [InlineData("N00001,Borås,År 2023,X,1,\n", false)]
    [InlineData("N00001,Boras,År 2023,T,1,\n", false)]
    [InlineData("N00001,Borås,2023,T,1,\n", true)]
    public void Mapped_columns_are_read_the_same_way(string rows, bool quick)
    {
        house.Edit("pipelines/sources/t.yaml", yaml => yaml
            .Replace("{from: municipality_code}", "{from: municipality_code, values: {Borås: \"1490\"}}", StringComparison.Ordinal)
            .Replace("{from: year}", "{from: year, pattern: \"([0-9]{4})$\"}", StringComparison.Ordinal)
            .Replace("{from: sex}", "{from: sex, values: {T: total, K: women, M: men}}", StringComparison.Ordinal)
            .Replace("{from: value}", "{from: value, decimalComma: true}", StringComparison.Ordinal));
        var ways = TwoWays.Of(house, Header + rows);
        Assert.Equal(quick, ways.Short is not null);
        Assert.Equal(quick, ways.Clean);
        Assert.Equal(ways.Long, ways.Short ?? ways.Long);
    }

    [Theory]
    [InlineData("N00001,1490,2024,,1,\nN00002,1490,2024,,1,\n", true)]
    [InlineData("N00001,1490,2024,,1,\nN00001,1490,2024,,1,\n", false)]
    public void A_field_may_be_the_same_on_every_row_and_another_on_none(string rows, bool quick)
    {
        house.Edit("pipelines/sources/t.yaml", yaml => yaml
            .Replace("{from: sex}", "{constant: total}", StringComparison.Ordinal)
            .Replace(", status: {from: status}", "", StringComparison.Ordinal));
        var ways = TwoWays.Of(house, Header + rows);
        Assert.Equal(quick, ways.Short is not null);
        Assert.Equal(ways.Long, ways.Short ?? ways.Long);
    }

    [Fact]
    public async Task Texts_of_thousands_of_kinds_make_the_same_vintage()
    {
        var rows = Enumerable.Range(0, 10_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"N{number:00000},1490,2024,total,{number},\n")).ToList();
        var direct = await house.IngestAsync(Header + string.Concat(rows));
        // A row that comes twice: the long way.
        var texts = await house.IngestAsync(Header + string.Concat(rows) + rows[0], day: 1);
        Assert.Equal((10_000, 1), (direct.RowsAccepted, texts.DuplicatesDropped));
        Assert.Equal((true, false), (direct.IsNew, texts.IsNew));
    }

    // 20 000 indicators, 290 municipalities, 111 years and 3 sexes are more possible keys than are given places; one municipality and one sex are not.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rows_in_no_order_make_the_same_vintage_however_many_keys_are_possible(bool many)
    {
        var codes = many ? CodeList.Municipalities(house.Project).Codes.ToList() : ["1490"];
        string[] sexes = many ? ["men", "total", "women"] : ["total"];
        var rows = Enumerable.Range(0, 20_000)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"N{number:00000},{codes[number % codes.Count]},{1990 + (number % 111)},{sexes[number % sexes.Length]},{number},\n"))
            .ToList();
        var ordered = await house.IngestAsync(Header + string.Concat(rows));
        var mixed = await house.IngestAsync(Header + string.Concat(rows.Select((_, place) => rows[(int)(place * 7_919L % rows.Count)])), day: 1);
        Assert.Equal((20_000, 20_000), (ordered.RowsAccepted, mixed.RowsAccepted));
        Assert.Equal((true, false), (ordered.IsNew, mixed.IsNew));
    }

    [Fact]
    public void More_kinds_than_are_held_are_left_to_the_long_way()
    {
        var rows = Enumerable.Range(0, 70_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"N{number:00000},1490,2024,total,{number},\n"));
        var ways = TwoWays.Of(house, Header + string.Concat(rows));
        Assert.True(ways.Clean);
        Assert.Null(ways.Short);
    }

    public void Dispose() => house.Dispose();

    /// <summary>A row by its place in the order of the key, some cells in quotation marks or between blanks, some lines blank.</summary>
    private static string Written(int number)
    {
        // Chance is a function of the row's number alone.
        var draws = SHA256.HashData(BitConverter.GetBytes(number));
        var missing = draws[0] < 26;
        string[] cells =
        [
            string.Create(CultureInfo.InvariantCulture, $"N{number / 300:00000}"),
            "1490",
            string.Create(CultureInfo.InvariantCulture, $"{1990 + (number % 300 / 3)}"),
            new[] { "men", "total", "women" }[number % 3],
            missing ? "" : (BinaryPrimitives.ReadInt32LittleEndian(draws.AsSpan(4)) / 1000m).ToString(CultureInfo.InvariantCulture),
            missing ? "suppressed" : "",
        ];
        ref var cell = ref cells[draws[1] % cells.Length];
        cell = (draws[2] % 20) switch
        {
            0 => $"\"{cell}\"",
            1 => $" {cell}",
            _ => cell,
        };
        return string.Join(',', cells) + (draws[3] == 7 ? "\n\n" : "\n");
    }
}
