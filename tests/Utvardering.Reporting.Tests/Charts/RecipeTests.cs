using System.Xml.Linq;
using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>Draws every recipe and holds it to what every chart must keep. With <c>UTVARDERING_WRITE_DOCS=1</c> the pictures are also written to docs/charts.</summary>
[Collection(DrawingGroup.Name)]
public class RecipeTests(ChartWorkerFixture fixture)
{
    private const double DocsScale = 1.25;
    private const int ClearEdge = 8;

    private static readonly XNamespace Xml = "http://www.w3.org/XML/1998/namespace";

    [FactNeeding("node")]
    public async Task The_picture_of_every_recipe_is_small_enough_for_the_docs()
    {
        foreach (var (name, spec) in Recipes.All)
        {
            var chart = await fixture.Worker.RenderAsync(spec, png: true, DocsScale);
            Assert.InRange(chart.Png!.Length, 10_000, 150_000);
            if (Environment.GetEnvironmentVariable("UTVARDERING_WRITE_DOCS") == "1")
                await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "charts", name + ".png"), chart.Png);
        }
    }

    [FactNeeding("node")]
    public Task The_picture_says_its_language_title_and_description() => ForEachAsync((spec, svg) =>
    {
        var root = svg.Root!;
        var ids = svg.Descendants().Attributes("id").ToDictionary(id => id.Value, id => id.Parent!);
        var labels = root.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => ids[id]).ToArray();
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.Equal(ChartText.Tag(spec.Language), root.Attribute("lang")?.Value);
        Assert.Equal(ChartText.Tag(spec.Language), root.Attribute(Xml + "lang")?.Value);
        Assert.Equal(["title", "desc"], labels.Select(label => label.Name.LocalName));
        Assert.Equal([spec.Title, spec.Description], labels.Select(label => label.Value));
    });

    [FactNeeding("node")]
    public Task Nothing_inside_the_picture_is_named_in_Vegas_English() => ForEachAsync((_, svg) =>
    {
        string[] named = ["aria-label", "aria-roledescription"];
        Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => named.Contains(attribute.Name.LocalName));
        Assert.DoesNotContain(SvgTexts.Of(svg), text => text.Text.Contains("axis", StringComparison.OrdinalIgnoreCase));
    });

    [FactNeeding("node")]
    public Task No_text_covers_another() => ForEachAsync((spec, svg) =>
    {
        var texts = SvgTexts.Of(svg);
        Assert.True(texts.Count > 15, spec.Name);
        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.False(texts[i].Covers(texts[j]), $"{spec.Name}: {texts[i]} covers {texts[j]}");
        }
    });

    [FactNeeding("node")]
    public async Task Nothing_is_cut_off_since_the_edge_of_the_picture_is_clear()
    {
        foreach (var (name, chart) in await fixture.RecipesAsync())
        {
            var pixels = new PngPixels(chart.Png!);
            for (var y = 0; y < pixels.Height; y++)
            {
                for (var x = 0; x < pixels.Width; x++)
                {
                    var isEdge = x < ClearEdge || y < ClearEdge || x >= pixels.Width - ClearEdge || y >= pixels.Height - ClearEdge;
                    if (isEdge) Assert.True(pixels.IsWhite(x, y), $"{name}: something stands at {x}, {y} of {pixels.Width} × {pixels.Height}");
                }
            }

            Assert.InRange(pixels.Width, 680, 730);
        }
    }

    [FactNeeding("node")]
    public async Task Numbers_are_written_in_the_readers_language()
    {
        var swedish = await TextsAsync("group-trend");
        var english = await TextsAsync("group-trend-english");
        var signed = await TextsAsync("event-study");
        Assert.Contains("1\u00A0200", swedish);
        Assert.Contains(swedish, text => text.EndsWith(",0", StringComparison.Ordinal));
        Assert.Contains("1,200", english);
        Assert.Contains(english, text => text.EndsWith(".0", StringComparison.Ordinal));
        Assert.Contains("\u22128", signed);
        Assert.Contains("kv\u00A04", signed);
        Assert.DoesNotContain(signed, text => text.StartsWith('-'));
    }

    [FactNeeding("node")]
    public async Task The_marking_stands_in_every_picture()
    {
        foreach (var (name, spec) in Recipes.All)
        {
            var marking = spec.Language == ChartLanguage.Swedish ? "EXEMPELDATA – syntetiska uppgifter" : "SAMPLE DATA – synthetic figures";
            Assert.Contains(marking, await TextsAsync(name));
        }
    }

    private async Task<IReadOnlyList<string>> TextsAsync(string recipe) =>
        [.. SvgTexts.Of(await fixture.RecipeAsync(recipe)).Select(text => text.Text)];

    private async Task ForEachAsync(Action<ChartSpec, XDocument> check)
    {
        foreach (var (name, spec) in Recipes.All) check(spec, await fixture.RecipeAsync(name));
    }
}
