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
        house.Edit("data-schema/deliveries/schema.json", text => text.Replace("\"primaryKey\"", "\"jumps\": {\"rows\": 0.2, \"fields\": [{\"field\": \"numerator\", \"relative\": 0.1, \"absolute\": 100}]}, \"primaryKey\"", StringComparison.Ordinal));
        await house.IngestAsync(Deliveries.DeliveryRows.File(Deliveries.DeliveryRows.Good));
        var moved = Deliveries.DeliveryRows.File(Deliveries.DeliveryRows.Good.Replace(";12;", ";4711;", StringComparison.Ordinal));
        var told = Assert.Single((await house.IngestAsync(moved, day: 1)).Warnings, warning => warning.Contains("moved by", StringComparison.Ordinal));
        Assert.Contains("1 value(s) moved", told, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", told, StringComparison.Ordinal);
    }

    public void Dispose() => house.Dispose();

    private static string Rows(int municipalities, int population) => "municipality_code,reference_date,age_group,sex,population\n"
        + string.Concat(Codes.Take(municipalities).Select(code => string.Create(CultureInfo.InvariantCulture, $"{code},2023-12-31,total,total,{population}\n")));
}
