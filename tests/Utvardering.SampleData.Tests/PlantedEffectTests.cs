using Utvardering.SampleData.Bra;
using Utvardering.SampleData.Deliveries;
using Utvardering.SampleData.Kolada;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Tests;

/// <summary>The effects as the brief for the sample world names them, read off the means that the figures are drawn from.</summary>
public class PlantedEffectTests
{
    private const string Pilot = "1490";
    private const string Supported = "1480";
    private const string Neither = "1280";

    [Theory]
    [InlineData(Pilot, 2023, 11, 1.0)]
    [InlineData(Pilot, 2024, 0, 0.75)]
    [InlineData(Pilot, 2025, 10, 0.75)]
    [InlineData(Supported, 2024, 0, 1.0)]
    [InlineData(Neither, 2024, 0, 1.0)]
    public void Arson_falls_by_a_quarter_in_the_pilots_from_2024(string municipality, int year, int month, double ratio) =>
        Assert.Equal(ratio, Ratio("bra:reported:1210", Grain.Month, 2019, municipality, Period.Of(Grain.Month, year, month)), 12);

    [Theory]
    [InlineData("bra:reported:1701", 12)]
    [InlineData("kolada:N07403", 1)]
    [InlineData("delivery:aterkommande_6_manader", 4)]
    public void Nothing_happens_to_the_outcomes_without_effect(string outcome, int periodsAYear) => Assert.All(
        new[] { Pilot, Supported, Neither },
        municipality => Assert.Equal(1, Ratio(outcome, (Grain)periodsAYear, 2019, municipality, Period.Of((Grain)periodsAYear, 2025)), 12));

    [Theory]
    [InlineData(Pilot, 2023, 3, 0)]
    [InlineData(Pilot, 2024, 0, 10)]
    [InlineData(Pilot, 2024, 1, 20)]
    [InlineData(Pilot, 2025, 2, 20)]
    [InlineData(Supported, 2022, 1, 0)]
    [InlineData(Supported, 2022, 2, 8)]
    [InlineData(Supported, 2024, 1, 8)]
    public void Structured_assessment_grows_in_two_steps_in_the_pilots_and_earlier_by_8_points_where_Bra_helped(string municipality, int year, int quarter, double points) =>
        Assert.Equal(points, Difference("delivery:strukturerad_bedomning", Grain.Quarter, 2022, municipality, Period.Of(Grain.Quarter, year, quarter)), 9);

    [Theory]
    [InlineData(Pilot, 2023, 0)]
    [InlineData(Pilot, 2024, 6)]
    [InlineData(Supported, 2024, 0)]
    public void More_investigations_end_within_four_months_in_the_pilots(string municipality, int year, double points) =>
        Assert.Equal(points, Difference("delivery:utredningar_inom_fyra_manader", Grain.Quarter, 2022, municipality, Period.Of(Grain.Quarter, year)), 9);

    [Theory]
    [InlineData(Pilot, 2023, 0)]
    [InlineData(Pilot, 2024, -12)]
    [InlineData(Neither, 2024, 0)]
    public void Investigations_become_twelve_days_shorter_in_the_pilots(string municipality, int year, double days) =>
        Assert.Equal(days, Difference("kolada:U33401", Grain.Year, 2015, municipality, year), 9);

    [Theory]
    [InlineData(Pilot, 2020, 1)]
    [InlineData(Pilot, 2021, 1.04)]
    [InlineData(Pilot, 2024, 1.16985856)] // 1.04⁴
    [InlineData(Neither, 2024, 1)]
    public void Indoor_violence_only_trends_in_the_pilots(string municipality, int year, double ratio) =>
        Assert.Equal(ratio, Ratio("kolada:N07541", Grain.Year, 2015, municipality, year), 9);

    [Fact]
    public void Every_effect_of_the_world_is_told()
    {
        Assert.Equal(Sample.World.PlantedEffects.Count, Sample.World.PlantedEffects.Select(effect => effect.Id).Distinct().Count());
        Assert.Contains(Sample.World.PlantedEffects, effect => effect is { Outcome: "bra:reported:1210", Group: "pilots", Size: -0.25, Change: EffectChange.Ratio });
        Assert.All(Sample.World.PlantedEffects, effect => Assert.False(string.IsNullOrWhiteSpace(effect.Text.Sv) || string.IsNullOrWhiteSpace(effect.Text.En)));
    }

    [Fact]
    public void Offences_are_drawn_around_their_means()
    {
        var counts = new OffenceCounts(Sample.Behind, Sample.Behind.Settings.Offences.Codes[0]);
        var months = Enumerable.Range(Period.Of(Grain.Month, 2019), 72).ToArray();
        var cells = Sample.Behind.Municipalities.SelectMany(municipality => months.Select(month => (municipality, month))).ToArray();
        var mean = cells.Sum(cell => counts.Mean(cell.municipality, cell.month));
        var variance = cells.Sum(cell => Variance(counts.Mean(cell.municipality, cell.month)));
        var drawn = cells.Sum(cell => counts.Final(cell.municipality, cell.month));
        Assert.InRange(drawn, mean - (5 * Math.Sqrt(variance)), mean + (5 * Math.Sqrt(variance)));

        // The dispersion of arson in world.yaml is 0.1.
        static double Variance(double mean) => mean + (0.1 * mean * mean);
    }

    [Fact]
    public void Delivered_shares_are_drawn_around_their_means()
    {
        var measures = Sample.Behind.Settings.Deliveries.Measures;
        var ended = new DeliveryCounts(Sample.Behind, measures.Single(measure => measure.Denominator));
        var structured = new DeliveryCounts(Sample.Behind, measures.Single(measure => measure.Code == "strukturerad_bedomning"));
        var (expected, variance, drawn) = (0.0, 0.0, 0);
        foreach (var municipality in Sample.Behind.Municipalities.Where(one => one.Code is Pilot or Supported))
        {
            for (var quarter = Period.Of(Grain.Quarter, 2022); quarter < Period.Of(Grain.Quarter, 2025); quarter++)
            {
                var cell = new DeliveryCell(municipality, quarter, Sample.Behind.Settings.Deliveries.Ages[0], 0);
                var (of, share) = (ended.Count(cell), structured.Mean.Mean(municipality, quarter) / 100);
                expected += of * share;
                variance += of * share * (1 - share);
                drawn += structured.Share(cell, of);
            }
        }

        Assert.InRange(drawn, expected - (5 * Math.Sqrt(variance)), expected + (5 * Math.Sqrt(variance)));
    }

    [Fact]
    public void Kolada_rates_are_drawn_around_their_means()
    {
        var figures = new KoladaFigures(Sample.Behind, Sample.Behind.Settings.Kolada.Kpis.Single(kpi => kpi.Code == "N07403"));
        var ratios = Sample.Behind.Municipalities.Select(municipality => figures.Values(municipality, 2023)[0].Value!.Value / figures.Mean.Mean(municipality, 2023));
        // A municipality of 10 000 has near 75 offences: a standard error near 12 per cent, and less than 1 per cent for the mean of 290.
        Assert.InRange(ratios.Average(), 0.95, 1.05);
    }

    private static double Ratio(string outcome, Grain grain, int first, string municipality, int period)
    {
        var (with, without) = Means(outcome, grain, first, municipality, period);
        return with / without;
    }

    private static double Difference(string outcome, Grain grain, int first, string municipality, int period)
    {
        var (with, without) = Means(outcome, grain, first, municipality, period);
        return with - without;
    }

    private static (double With, double Without) Means(string outcome, Grain grain, int first, string code, int period)
    {
        var world = Sample.Behind;
        var model = world.Model(world.Settings.Outcomes.Single(one => one.Id == outcome), grain, first);
        var municipality = world.Municipalities.Single(one => one.Code == code);
        return (model.Mean(municipality, period), model.MeanWithoutEffects(municipality, period));
    }
}
