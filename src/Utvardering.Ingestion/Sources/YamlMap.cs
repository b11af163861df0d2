using System.Globalization;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;
using YamlDotNet.RepresentationModel;

namespace Utvardering.Ingestion.Sources;

/// <summary>
/// A YAML mapping read key by key. Every fault is an <see cref="InputException"/> with file and line; <see cref="Done"/> refuses keys nobody asked for.
/// </summary>
internal sealed class YamlMap(string file, string name, YamlMappingNode node)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    public string Text(string key) => OptionalText(key) ?? throw Missing(key);

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } text } => text,
        var other => throw Fault(other, $"'{Path(key)}' should be a text"),
    };

    public string Choice(string key, IReadOnlyCollection<string> choices)
    {
        var text = Text(key);
        return choices.Contains(text)
            ? text
            : throw Fault(Find(key)!, $"'{Path(key)}' is '{text}'. Use one of: {string.Join(", ", choices)}");
    }

    public int? OptionalNumber(string key) => OptionalText(key) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Fault(Find(key)!, $"'{Path(key)}' should be a whole number above 0, not '{text}'");

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        var text => throw Fault(Find(key)!, $"'{Path(key)}' should be true or false, not '{text}'"),
    };

    public IReadOnlyList<string> Texts(string key) => OptionalTexts(key) ?? throw Missing(key);

    public IReadOnlyList<string>? OptionalTexts(string key) => Find(key) switch
    {
        null => null,
        YamlSequenceNode list when list.Children.All(child => child is YamlScalarNode { Value: not null }) =>
            [.. list.Children.Cast<YamlScalarNode>().Select(child => child.Value!)],
        var other => throw Fault(other, $"'{Path(key)}' should be a list of texts: [a, b]"),
    };

    public YamlMap Map(string key) => OptionalMap(key) ?? throw Missing(key);

    public YamlMap? OptionalMap(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new(file, Path(key), map),
        var other => throw Fault(other, $"'{Path(key)}' should be a mapping: {{key: value}}"),
    };

    public BilingualText Bilingual(string key)
    {
        var map = Map(key);
        return map.Done(new BilingualText(map.Text("sv"), map.Text("en")));
    }

    public BilingualText? OptionalBilingual(string key) => Find(key) is null ? null : Bilingual(key);

    /// <summary>All keys and values as texts, for mappings whose keys are free.</summary>
    public IReadOnlyDictionary<string, string> AllTexts() => Keys.ToDictionary(key => key, Text, StringComparer.Ordinal);

    /// <summary>Gives <paramref name="result"/> back when every key has been asked for.</summary>
    public T Done<T>(T result)
    {
        var unknown = node.Children.Keys.Cast<YamlScalarNode>().FirstOrDefault(key => !asked.Contains(key.Value ?? ""));
        return unknown is null
            ? result
            : throw Fault(unknown, $"'{Path(unknown.Value ?? "")}' is not known here. Known are: {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
    }

    /// <summary>A fault in the value of a key.</summary>
    public InputException Fault(string key, string sentence) => Fault(Find(key) ?? node, sentence);

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    private InputException Missing(string key) => Fault(node, $"'{Path(key)}' is missing. Add it");

    private InputException Fault(YamlNode at, string sentence) => new($"{file}, line {at.Start.Line}: {sentence}.");

    private string Path(string key) => name.Length == 0 ? key : $"{name}.{key}";
}
