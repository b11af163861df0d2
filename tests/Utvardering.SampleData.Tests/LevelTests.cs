using Utvardering.SampleData.Bra;
using Utvardering.SampleData.Kolada;
using Utvardering.SampleData.Model;

namespace Utvardering.SampleData.Tests;

/// <summary>
/// National levels, so that a reader who knows the field finds nothing absurd. The ranges are those the world was ordered with;
/// populations are held against the real 10.6 million inhabitants, of whom a quarter are 0–20.
/// </summary>
public class LevelTests
{
    private static readonly World World = Sample.Behind;

    [Fact]
    public void The_nation_has_about_ten_and_a_half_million_inhabitants_and_a_quarter_are_0_to_20()
    {
        var total = World.Municipalities.Sum(municipality => World.Population.Total(municipality, 2024));
        var young = World.Municipalities.Sum(municipality => Children(municipality.Code, 2024));
        Assert.InRange(total, 9_500_000, 11_500_000);
        Assert.InRange((double)young / total, 0.21, 0.26);
    }

    [Fact]
    public void The_three_largest_cities_come_in_their_real_order()
    {
        var largest = World.Municipalities.OrderByDescending(municipality => World.Population.Total(municipality, 2024)).Take(3);
        Assert.Equal(["Stockholm", "Göteborg", "Malmö"], largest.Select(municipality => municipality.Name));
    }

    [Fact]
    public void Population_changes_slowly() => Assert.All(World.Municipalities, municipality =>
        Assert.InRange((double)World.Population.Total(municipality, 2024) / World.Population.Total(municipality, 2023), 0.97, 1.03));

    [Theory]
    [InlineData("1210", 1.5, 2.0)]
    [InlineData("1701", 0.55, 0.85)]
    public void Offences_per_100_000_and_month_are_in_range(string code, double low, double high)
    {
        var counts = Counts(code);
        var months = Enumerable.Range(Period.Of(Grain.Month, 2019), 72).ToArray();
        var offences = months.Sum(month => World.Municipalities.Sum(municipality => (double)counts.Final(municipality, month)));
        var inhabitants = months.Sum(month => World.Municipalities.Sum(municipality => (double)counts.Inhabitants(municipality, month)));
        Assert.InRange(offences / inhabitants * 100_000, low, high);
    }

    [Fact]
    public void Arson_peaks_from_May_to_August()
    {
        var counts = Counts("1210");
        var byMonth = Enumerable.Range(0, 12).Select(month => Enumerable.Range(2019, 6).Sum(year =>
            World.Municipalities.Sum(municipality => counts.Final(municipality, Period.Of(Grain.Month, year, month))))).ToArray();
        Assert.Equal(byMonth.Max(), byMonth[4]);
        Assert.True(byMonth[4..8].Average() > 1.3 * new[] { byMonth[11], byMonth[0], byMonth[1] }.Average());
    }

    [Theory]
    [InlineData("N07403", 900, 1100)]
    [InlineData("N07541", 170, 260)]
    [InlineData("N07542", 90, 140)]
    [InlineData("N02797", 5, 9)]
    [InlineData("N07540", 11000, 15000)]
    [InlineData("U07417", 2900, 4000)]
    [InlineData("N33022", 5000, 9000)]
    public void Key_figures_weighted_by_inhabitants_are_in_range(string code, double low, double high)
    {
        var figures = Figures(code);
        var (sum, weight) = (0.0, 0.0);
        foreach (var municipality in World.Municipalities)
        {
            var inhabitants = World.Population.Total(municipality, 2023);
            sum += figures.Values(municipality, 2023)[^1].Value!.Value * inhabitants;
            weight += inhabitants;
        }

        Assert.InRange(sum / weight, low, high);
    }

    [Fact]
    public void Investigations_take_90_to_120_days()
    {
        var figures = Figures("U33401");
        var days = World.Municipalities.Select(municipality => figures.Values(municipality, 2023)[^1].Value).OfType<double>().Order().ToArray();
        Assert.InRange(days.Average(), 90, 120);
        Assert.InRange(days[0], 40, 110);
        Assert.InRange(days[^1], 110, 180);
    }

    [Fact]
    public void About_one_child_in_a_hundred_lives_in_a_family_home()
    {
        var figures = Figures("N33812");
        var placed = World.Municipalities.Sum(municipality => figures.Values(municipality, 2023)[^1].Value ?? 0);
        Assert.InRange(placed / World.Municipalities.Sum(municipality => Children(municipality.Code, 2023)), 0.007, 0.013);
    }

    [Fact]
    public void Deliveries_are_in_range()
    {
        var rows = Sample.World.Files("deliveries")
            .SelectMany(file => Sample.Rows(file, System.Text.Encoding.UTF8))
            .Where(row => row[1].StartsWith("2023", StringComparison.Ordinal))
            .ToArray();
        var children = rows.Select(row => row[0]).Distinct().Sum(code => Children(code, 2022));
        Assert.InRange((double)Sum("orosanmalningar", 6) / children, 0.03, 0.05);
        Assert.InRange(Share("utredningar_inom_fyra_manader"), 0.70, 0.80);
        // The supported municipalities already have their eight points in 2023.
        Assert.InRange(Share("strukturerad_bedomning"), 0.25, 0.40);
        Assert.InRange(Share("aterkommande_6_manader"), 0.25, 0.30);

        int Sum(string measure, int column) => rows.Where(row => row[4] == measure).Sum(row => int.Parse(row[column], null));

        double Share(string measure) => (double)Sum(measure, 6) / Sum(measure, 7);
    }

    private static OffenceCounts Counts(string code) => new(World, World.Settings.Offences.Codes.Single(offence => offence.Code == code));

    private static KoladaFigures Figures(string code) => new(World, World.Settings.Kolada.Kpis.Single(kpi => kpi.Code == code));

    private static int Children(string code, int year)
    {
        var municipality = World.Municipalities.Single(one => one.Code == code);
        return World.Population.Aged(municipality, year, Sex.Men, 0, 20) + World.Population.Aged(municipality, year, Sex.Women, 0, 20);
    }
}
