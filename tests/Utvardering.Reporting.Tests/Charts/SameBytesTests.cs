using System.Xml.Linq;
using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

[Collection(DrawingGroup.Name)]
public class SameBytesTests(ChartWorkerFixture fixture)
{
    [FactNeeding("node")]
    public async Task A_chart_has_the_same_bytes_in_a_fresh_process_and_in_another_order()
    {
        var names = Recipes.All.Keys.ToArray();
        var forward = await DrawAsync(names);
        var backward = await DrawAsync([.. names.Reverse()]);
        foreach (var name in names)
        {
            Assert.Equal(forward[name].Svg, backward[name].Svg);
            Assert.Equal(forward[name].Png, backward[name].Png);
        }
    }

    [FactNeeding("node")]
    public async Task Ids_of_different_charts_never_meet_in_one_page()
    {
        var ids = (await fixture.RecipesAsync()).Values
            .SelectMany(chart => XDocument.Parse(chart.Svg).Descendants().Attributes("id").Select(id => id.Value))
            .ToArray();
        Assert.True(ids.Length >= 2 * Recipes.All.Count);
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private static async Task<Dictionary<string, RenderedChart>> DrawAsync(string[] names)
    {
        await using var worker = new ChartWorker();
        var charts = new Dictionary<string, RenderedChart>();
        foreach (var name in names) charts[name] = await worker.RenderAsync(Recipes.All[name], png: true, scale: 1);
        return charts;
    }
}
