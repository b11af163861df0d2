using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Charts;

[Collection(DrawingGroup.Name)]
public class BadSpecificationTests(ChartWorkerFixture fixture)
{
    [FactNeeding("node")]
    public async Task The_error_names_the_chart_and_the_result()
    {
        var message = await MessageAsync("""{"marc": "line"}""");
        Assert.StartsWith("The chart försök (result result-17) could not be drawn: Invalid specification", message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task What_Vega_only_warns_of_is_an_error()
    {
        var message = await MessageAsync("""{"data": {"values": [{"a": 1}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "quantitative"}, "shape": {"field": "a", "type": "nominal"}}}""");
        Assert.Contains("shape dropped as it is incompatible with \"bar\"", message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task Data_from_an_address_is_refused()
    {
        var message = await MessageAsync("""{"data": {"url": "file:///etc/hostname"}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}}""");
        Assert.Contains("asks to load file:///etc/hostname; data must stand in the specification itself", message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_picture_from_an_address_is_refused()
    {
        var message = await MessageAsync("""{"data": {"values": [{}]}, "mark": {"type": "image", "url": "http://localhost/picture.png"}}""");
        Assert.Contains("asks to load http://localhost/picture.png", message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_letter_that_the_font_lacks_is_an_error_and_no_empty_box()
    {
        var error = await Assert.ThrowsAsync<ChartException>(() => fixture.Worker.RenderAsync(TestSpecs.Text("日本")));
        Assert.EndsWith("the font has no letter U+65E5, which stands in the text \"日本\"", error.Message, StringComparison.Ordinal);
    }

    [FactNeeding("node")]
    public async Task A_chart_without_a_description_is_an_error()
    {
        var error = await Assert.ThrowsAsync<ChartException>(() => fixture.Worker.RenderAsync(TestSpecs.Text("text") with { Description = "" }));
        Assert.EndsWith("a chart needs a title and a description", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> MessageAsync(string json) =>
        (await Assert.ThrowsAsync<ChartException>(() => fixture.Worker.RenderAsync(TestSpecs.Of(json)))).Message;
}
