using System.Text.Json.Nodes;
using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Tests.Charts;

/// <summary>Small specifications of their own, right and wrong.</summary>
internal static class TestSpecs
{
    public static ChartSpec Text(string text) => Of($$$"""
        {"data": {"values": [{}]}, "width": 10, "height": 10, "mark": {"type": "text", "fontSize": 100, "align": "left", "x": 0},
         "encoding": {"text": {"value": {{{JsonValue.Create(text).ToJsonString()}}} } } }
        """, title: text);

    /// <summary>A regular expression that tries 2^40 ways through the same letters: never done, and no memory taken.</summary>
    public static ChartSpec Endless { get; } = Of("""
        {"data": {"values": [{}]}, "params": [{"name": "n", "expr": "test(regexp('^(a+)+$'), 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"}],
         "mark": "text", "encoding": {"text": {"value": {"expr": "n"}}}}
        """);

    /// <summary>Fifty million rows at once: more than a small heap holds.</summary>
    public static ChartSpec Deadly { get; } = Of("""
        {"data": {"sequence": {"start": 0, "stop": 50000000}}, "mark": "point", "encoding": {"x": {"field": "data", "type": "quantitative"}}}
        """);

    public static ChartSpec Of(string json, string title = "Ett försök") =>
        new("försök", "result-17", ChartLanguage.Swedish, title, "En beskrivning.", JsonNode.Parse(json)!.AsObject());
}
