using System.Globalization;

namespace Utvardering.Ingestion.Tests.Checks;

/// <summary>Sudden changes by the population schema's limits: 20 % of the rows, 10 % and 100 inhabitants of a number.</summary>
public sealed class JumpCheckTests : IDisposable
{
    private static readonly string[] Codes = ["0114", "0115", "0117", "0120", "0123", "0125", "0126", "0127", "0128", "0136"];

    private readonly House house = new("population", "municipality_code", "reference_date", "age_group", "sex", "population");

    [Fact]
    public async Task The_first_vintage_has_nothing_to_be_compared_with() => Assert.Empty((await house.IngestAsync(Rows(10, 1000))).Warnings);

    [Theory]
    [InlineData(1099, false)] // 9.9 %
    [InlineData(1101, true)] // 10.1 % and 101
    [InlineData(899, true)]
    public async Task A_number_that_moves_far_is_told_with_its_key_and_nothing_is_refused(int now, bool told)
    {
        var first = await house.IngestAsync(Rows(10, 1000));
        var outcome = await house.IngestAsync(Rows(10, 1000).Replace("0114,2023-12-31,total,total,1000", $"0114,2023-12-31,total,total,{now}", StringComparison.Ordinal), day: 1);
        Assert.True(outcome.IsNew);
        Assert.Equal(told ? 1 : 0, outcome.Warnings.Count);
        if (told)
        {
            Assert.Contains($"1 value(s) moved by more than 10 % since vintage {first.Vintage!.Name}. Largest: 0114 · 2023-12-31 · total · total, 1000 → {now}.", outcome.Warnings[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_large_share_of_a_small_number_is_no_jump()
    {
        await house.IngestAsync(Rows(10, 50));
        Assert.Empty((await house.IngestAsync(Rows(10, 50).Replace("0114,2023-12-31,total,total,50", "0114,2023-12-31,total,total,149", StringComparison.Ordinal), day: 1)).Warnings);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(7, true)]
    public async Task A_loss_of_rows_is_told(int rows, bool told)
    {
        await house.IngestAsync(Rows(10, 1000));
        var outcome = await house.IngestAsync(Rows(rows, 1000), day: 1);
        Assert.Equal(told, outcome.Warnings.Any(warning => warning.StartsWith($"{rows} rows, and vintage", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_came_before_does_not_stand_in_the_vintage()
    {
        await house.IngestAsync(Rows(10, 1000));
        var outcome = await house.IngestAsync(Rows(10, 2000), day: 1);
        Assert.Contains("10 value(s) moved", outcome.Warnings.Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Vintage!.ReadPackage().Notes ?? [], note => note.Contains("moved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_delivered_figures_only_how_many_moved_is_told()
    {
        house.Deliver();
        await house.IngestAsync(Deliveries.DeliveryRows.File(Deliveries.DeliveryRows.Good));
        var moved = Deliveries.DeliveryRows.File(Deliveries.DeliveryRows.Good.Replace(";12;", ";4711;", StringComparison.Ordinal));
        var told = Assert.Single((await house.IngestAsync(moved, day: 1)).Warnings, warning => warning.Contains("moved by", StringComparison.Ordinal));
        Assert.Contains("1 value(s) moved", told, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", told, StringComparison.Ordinal);
    }

    /// <remarks>The deliveries' own limits: half of a count and at least ten of it, half of a median and at least one.</remarks>
    [Theory]
    [InlineData("orosanmalningar;;20;;", "orosanmalningar;;31;;", "numerator: 1 value(s) moved by more than 50 %")]
    [InlineData("orosanmalningar;;20;;", "orosanmalningar;;30;;", null)]
    [InlineData("orosanmalningar;;4;;", "orosanmalningar;;13;;", null)]
    [InlineData("strukturerad_bedomning;SAVRY;12;40;", "strukturerad_bedomning;SAVRY;12;80;", "denominator: 1 value(s)")]
    [InlineData("utredningstid_median;;;40;104,5", "utredningstid_median;;;40;1045", "value: 1 value(s)")]
    [InlineData("insatsintensitet;;;40;1,5", "insatsintensitet;;;40;2,4", null)]
    public async Task A_delivered_figure_that_moves_far_is_told_and_nothing_is_refused(string before, string now, string? told)
    {
        house.Deliver();
        await house.IngestAsync(Deliveries.DeliveryRows.File("1490;2024K1;0-20;samtliga;" + before));
        var outcome = await house.IngestAsync(Deliveries.DeliveryRows.File("1490;2024K1;0-20;samtliga;" + now), day: 1);
        Assert.Empty(outcome.Refused);
        Assert.Equal(told is null ? [] : new[] { told }, outcome.Warnings.Select(warning => told is null ? warning : warning[..Math.Min(warning.Length, told.Length)]));
    }

    [Fact]
    public async Task A_delivery_left_out_is_told()
    {
        house.Deliver();
        var rows = Enumerable.Range(1, 4).Select(quarter => Deliveries.DeliveryRows.Good.Replace("2024K1", $"2023K{quarter}", StringComparison.Ordinal)).ToArray();
        await house.IngestAsync(Deliveries.DeliveryRows.File(rows));
        Assert.StartsWith("1 rows, and vintage", Assert.Single((await house.IngestAsync(Deliveries.DeliveryRows.File(rows[0]), day: 1)).Warnings), StringComparison.Ordinal);
    }

    public void Dispose() => house.Dispose();

    private static string Rows(int municipalities, int population) => "municipality_code,reference_date,age_group,sex,population\n"
        + string.Concat(Codes.Take(municipalities).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code},2023-12-31,total,total,{population}\n")));
}
