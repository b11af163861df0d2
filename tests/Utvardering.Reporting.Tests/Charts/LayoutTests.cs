using System.Globalization;
using System.Xml.Linq;
using Utvardering.Reporting.Charts;
using Utvardering.Reporting.Charts.Layout;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

[Collection(DrawingGroup.Name)]
public class LayoutTests(ChartWorkerFixture fixture)
{
    [Theory]
    [InlineData(95.2, 132.4, 95, 135, 0)]
    [InlineData(-1.2, 3.3, -2, 4, 0)]
    [InlineData(0.02, 0.31, 0, 0.35, 2)]
    [InlineData(1014, 1380, 1000, 1400, 0)]
    public void A_value_axis_ends_at_round_numbers_outside_the_values(double min, double max, double low, double high, int decimals)
    {
        var scale = NiceScale.Over([max, min]);
        Assert.Equal((low, high, decimals), (scale.Low, scale.High, scale.Decimals));
        Assert.Equal(0, scale.Pixel(high, 300));
        Assert.Equal(300, scale.Pixel(low, 300));
        Assert.InRange(scale.Ticks.Count, 4, 9);
    }

    [Fact]
    public void A_value_axis_over_one_value_has_room_on_both_sides()
    {
        var scale = NiceScale.Over([5, 5]);
        Assert.True(scale.Low < 5 && scale.High > 5);
    }

    [Fact]
    public void A_value_axis_over_nothing_or_over_what_is_not_finite_is_an_error()
    {
        Assert.Throws<ArgumentException>(() => NiceScale.Over([]));
        Assert.Throws<ArgumentException>(() => NiceScale.Over([1, double.NaN]));
    }

    [Fact]
    public void Labels_that_do_not_meet_stay_where_they_want()
    {
        Assert.Equal([10, 90, 50], EndLabels.Apart([10, 90, 50], [20, 20, 20]));
    }

    [Fact]
    public void Labels_that_meet_move_as_little_as_they_can()
    {
        // Two labels of height 20 that both want 50 stand about 50; a third at 65 is pushed by them and pushes back:
        // tops 30 + (0, 20, 40) + shift, wanted tops 40, 40, 55: the mean of 40, 20, 15 is 25.
        Assert.Equal([40, 60], EndLabels.Apart([50, 50], [20, 20]));
        Assert.Equal([35, 55, 75], EndLabels.Apart([50, 50, 65], [20, 20, 20]));
    }

    [Fact]
    public void Time_is_marked_by_years_and_over_short_spans_by_months()
    {
        var years = TimeAxis.Ticks(new DateOnly(2018, 3, 1), new DateOnly(2025, 12, 1), 10, ChartLanguage.Swedish);
        Assert.Equal(["2019", "2020", "2021", "2022", "2023", "2024", "2025"], years.Select(tick => string.Join(' ', tick.Label)));
        var months = TimeAxis.Ticks(new DateOnly(2023, 11, 1), new DateOnly(2024, 12, 1), 6, ChartLanguage.Swedish);
        Assert.Equal(["jan 2024", "apr", "juli", "okt"], months.Select(tick => string.Join(' ', tick.Label)));
        var sparse = TimeAxis.Ticks(new DateOnly(2000, 1, 1), new DateOnly(2025, 1, 1), 8, ChartLanguage.English);
        Assert.Equal(["2000", "2005", "2010", "2015", "2020", "2025"], sparse.Select(tick => string.Join(' ', tick.Label)));
    }

    [Fact]
    public void Lines_are_broken_at_spaces_within_the_width_and_evenly_when_asked()
    {
        Assert.Equal(["Kommuner med Brås", "stöd"], TextWidth.Wrap("Kommuner med Brås stöd", 130, 12.5, bold: true));
        Assert.Equal(["Kommuner", "med Brås stöd"], TextWidth.WrapEvenly("Kommuner med Brås stöd", 130, 12.5, bold: true));
        Assert.Empty(TextWidth.Wrap("", 100, 12));
    }

    [FactNeeding("node")]
    public async Task Widths_agree_with_the_font_as_it_is_drawn()
    {
        foreach (var text in new[] { "Jämförelsekommuner", "Anmälda brott per 100 000 invånare", "ÅÄÖ åäö é 1 234,5 %" })
        {
            var svg = XDocument.Parse((await fixture.Worker.RenderAsync(TestSpecs.Text(text))).Svg);
            var drawn = double.Parse(svg.Root!.Attribute("width")!.Value, CultureInfo.InvariantCulture) - (2 * Frame.Padding);
            Assert.InRange(TextWidth.Of(text, 100) / drawn, 0.99, 1.03);
        }
    }
}
