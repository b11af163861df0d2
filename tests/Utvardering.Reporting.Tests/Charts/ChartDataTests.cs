using System.Xml.Linq;
using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>What a caller may hand over and what not, and hard cases of layout.</summary>
[Collection(DrawingGroup.Name)]
public class ChartDataTests(ChartWorkerFixture fixture)
{
    private static readonly ChartTexts Texts = new("En rubrik", "En underrubrik", "En beskrivning.", "Källa: påhittad.");

    [Fact]
    public void A_trend_without_values_or_with_four_groups_is_refused_by_name()
    {
        var empty = new TrendLine("Tom", [new TrendPoint(new DateOnly(2024, 1, 1), null), new TrendPoint(new DateOnly(2024, 2, 1), null)]);
        Assert.Contains("t1 has no value for the group Tom", Refused(() => Trend([empty])), StringComparison.Ordinal);
        Assert.Contains("t1 has 4 groups", Refused(() => Trend([Line("a"), Line("b"), Line("c"), Line("d")])), StringComparison.Ordinal);
        Assert.Contains("t1 has 0 groups", Refused(() => Trend([])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_outside_the_dates_is_refused()
    {
        Assert.Contains("marks 2030-01-01", Refused(() => Trend([Line("a")], new TimeMark(new DateOnly(2030, 1, 1), "sent"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused()
    {
        var line = new TrendLine("a", [new TrendPoint(new DateOnly(2024, 1, 1), double.NaN), new TrendPoint(new DateOnly(2024, 2, 1), 1)]);
        Assert.Contains("finite", Refused(() => Trend([line])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_study_with_half_an_interval_or_a_quarter_twice_is_refused()
    {
        var quarter = new DateOnly(2024, 1, 1);
        Assert.Contains("one end only of the interval of quarter 0", Refused(() => Study([new EventStudyPoint(0, quarter, 1, Low: 0)])), StringComparison.Ordinal);
        Assert.Contains("has quarter 0 twice", Refused(() => Study([new EventStudyPoint(0, quarter, 1), new EventStudyPoint(0, quarter, 2)])), StringComparison.Ordinal);
        Assert.Contains("has no estimate", Refused(() => Study([new EventStudyPoint(0, quarter, null)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_forest_without_rows_or_with_an_estimate_that_is_not_finite_is_refused()
    {
        Assert.Contains("f1 has no rows", Refused(() => Forest([])), StringComparison.Ordinal);
        Assert.Contains("no finite estimate in the row En jämförelse", Refused(() => Forest([Effect("En jämförelse", double.NaN)])), StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_forest_of_many_rows_with_long_labels_does_not_crowd() => await AssertApartAsync(Forest(
        [.. Enumerable.Range(0, 14).Select(i => Effect($"Utfall nummer {i} med ett namn som tar flera rader i anspråk och ändå ska gå att läsa", i - 7))]));

    [FactNeeding("node")]
    public async Task An_interval_beyond_the_axis_ends_in_an_arrow()
    {
        int Arrows(ChartSpec spec) => spec.Specification.ToJsonString().Split("triangle-").Length - 1;
        Assert.Equal(0, Arrows(Forest([Effect("a", 1)])));
        Assert.Equal(1, Arrows(Forest([Effect("a", 1) with { High = 400 }])));
        Assert.Equal(2, Arrows(Forest([Effect("a", 1) with { Low = double.NegativeInfinity, High = double.PositiveInfinity }])));
        await AssertApartAsync(Forest([Effect("a", 1) with { High = double.PositiveInfinity }]));
    }

    [FactNeeding("node")]
    public async Task Crowded_marks_and_labels_do_not_cover_each_other()
    {
        var marks = new[] { (2022, 1), (2022, 3), (2022, 5), (2025, 11) }.Select(at => new TimeMark(new DateOnly(at.Item1, at.Item2, 1), "En ganska lång text om starten")).ToArray();
        await AssertApartAsync(Trend([Line("En grupp"), Line("En annan grupp"), Line("En tredje grupp med långt namn")], marks));
    }

    [FactNeeding("node")]
    public async Task Gaps_and_single_values_are_drawn_as_they_are()
    {
        double?[] values = [1, 2, null, 3, null, 4, 5];
        var line = new TrendLine("a", [.. values.Select((value, i) => new TrendPoint(new DateOnly(2024, 1, 1).AddMonths(i), value))]);
        var svg = XDocument.Parse((await fixture.Worker.RenderAsync(Trend([line]))).Svg);
        // A line of two pieces (each begins with M), the lone value between the gaps, and the dot at the end.
        var paths = svg.Descendants().Where(element => element.Name.LocalName == "path").ToArray();
        var drawn = paths.Single(path => path.Attribute("stroke-width")?.Value == "2.3").Attribute("d")!.Value;
        Assert.Equal(2, drawn.Split('M').Count(piece => piece.Contains('L', StringComparison.Ordinal)));
        Assert.Equal(2, paths.Count(path => path.Attribute("d")!.Value.Contains('A', StringComparison.Ordinal)));
    }

    [FactNeeding("node")]
    public async Task An_event_study_of_many_quarters_does_not_crowd()
    {
        await AssertApartAsync(Study([.. Enumerable.Range(-20, 30).Select(quarter =>
            new EventStudyPoint(quarter, new DateOnly(2024, 1, 1).AddMonths(quarter * 3), quarter == -1 ? 0 : quarter, quarter == -1 ? null : quarter - 3, quarter == -1 ? null : quarter + 3, quarter == -1))]));
    }

    [FactNeeding("node")]
    public async Task Panels_fill_the_grid_whatever_their_number()
    {
        foreach (var number in new[] { 1, 2, 4, 12 })
        {
            var municipalities = Enumerable.Range(1, number).Select(i => Line("Kommun " + i)).ToArray();
            var chart = SmallMultiplesChart.Make(
                new SmallMultiplesData("p1", "r1", Texts, [new PanelGroup("Grupp", Line("").Points, municipalities)], new TimeMark(new DateOnly(2023, 1, 1), "start"), "kommunen", "medel"),
                ChartLanguage.Swedish);
            var texts = await AssertApartAsync(chart);
            Assert.Equal(number, texts.Count(text => text.Text.StartsWith("Kommun ", StringComparison.Ordinal)));
            Assert.Single(texts, text => text.Text == Texts.Source);
            Assert.True(texts.Single(text => text.Text == Texts.Source).Top > texts.Where(text => text.Text != Texts.Source).Max(text => text.Bottom));
        }
    }

    private static ForestRow Effect(string label, double estimate) => new(label, "6 + 38", "+1 (−9 till +11)", estimate, estimate - 10, estimate + 10, -10, -20);

    private static ChartSpec Forest(ForestRow[] rows) => ForestChart.Make(
        new ForestData("f1", "r1", Texts, "Jämförelse", "Kommuner", "Effekt", "Procent", rows, "Minsta som har betydelse", "För liten för att ses"), ChartLanguage.Swedish);

    private static string Refused(Action make) => Assert.Throws<ArgumentException>(make).Message;

    private static TrendLine Line(string name) =>
        new(name, [.. Enumerable.Range(0, 60).Select(i => new TrendPoint(new DateOnly(2021, 1, 1).AddMonths(i), 100 + RecipeSeries.Noise(5, i)))]);

    private static ChartSpec Trend(TrendLine[] groups, params TimeMark[] marks) =>
        GroupTrendChart.Make(new GroupTrendData("t1", "r1", Texts, "Enhet", groups, marks), ChartLanguage.Swedish);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void The_key_of_incomplete_quarters_steps_aside_where_the_start_stands_late(int last)
    {
        var points = Enumerable.Range(-18, 19 + last).Select(quarter => new EventStudyPoint(
            quarter, new DateOnly(2024, 1, 1).AddMonths(quarter * 3), quarter == -1 ? 0 : 1, quarter == -1 ? null : 0, quarter == -1 ? null : 2, quarter == -1, IsIncomplete: quarter == -5)).ToArray();

        // Where the key stood in the way of every place of the label, the search for one never ended.
        Assert.Contains("ofullst", Study(points).Specification.ToJsonString(), StringComparison.Ordinal);
    }

    private static ChartSpec Study(EventStudyPoint[] points) => EventStudyChart.Make(
        new EventStudyData("e1", "r1", Texts, "Enhet", "Kvartal", points, "Start", "referens", "ofullständigt"), ChartLanguage.Swedish);

    private async Task<IReadOnlyList<SvgTexts.Box>> AssertApartAsync(ChartSpec spec)
    {
        var texts = SvgTexts.Of(XDocument.Parse((await fixture.Worker.RenderAsync(spec)).Svg));
        var pairs = texts.SelectMany((text, i) => texts.Take(i).Where(text.Covers).Select(other => $"{text} covers {other}"));
        Assert.Empty(pairs);
        return texts;
    }
}
