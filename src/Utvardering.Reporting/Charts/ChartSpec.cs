using System.Text.Json.Nodes;

namespace Utvardering.Reporting.Charts;

/// <summary>What the worker draws: a Vega-Lite 6 specification with its data inside, and what must be said about it.</summary>
/// <param name="Name">The chart's name for people, used in error messages, e.g. <c>trend-fire</c>.</param>
/// <param name="ResultId">The result row or table the chart shows, used in error messages.</param>
/// <param name="Language">Decides number and month format and the SVG's <c>lang</c>.</param>
/// <param name="Title">The picture's title for those who do not see it.</param>
/// <param name="Description">What is seen in the picture, in full sentences: the alternative text.</param>
/// <param name="Specification">Vega-Lite. Not to be changed once it is here.</param>
public sealed record ChartSpec(
    string Name, string ResultId, ChartLanguage Language, string Title, string Description, JsonObject Specification);
