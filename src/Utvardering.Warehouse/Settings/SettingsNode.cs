using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Utvardering.Warehouse.Settings;

/// <summary>A place in a settings file, which knows its file and line so that a mistake there can be explained.</summary>
public sealed class SettingsNode
{
    private readonly YamlNode node;
    private readonly string name;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    internal SettingsNode(string file, string name, YamlNode node)
    {
        File = file;
        this.name = name;
        this.node = node;
    }

    /// <summary>The file the node stands in.</summary>
    public string File { get; }

    /// <summary>The line the node begins at, counted from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>The keys of a mapping, in the file's order.</summary>
    public IReadOnlyList<string> Keys => [.. Mapping.Children.Keys.Select(Scalar)];

    /// <summary>Whether the node is a mapping, and not a list or a single value.</summary>
    public bool IsMapping => node is YamlMappingNode;

    /// <summary>Whether the node is a list.</summary>
    public bool IsList => node is YamlSequenceNode;

    private YamlMappingNode Mapping => node as YamlMappingNode ?? throw Fault("should be a mapping of keys to values");

    /// <summary>
    /// Gives what was read when every key of the mapping was asked for: a misspelt setting must not pass for a default.
    /// </summary>
    public T Done<T>(T read)
    {
        var unknown = Mapping.Children.Keys.FirstOrDefault(key => !asked.Contains(Scalar(key)));
        return unknown is null
            ? read
            : throw new InputException($"{File} line {unknown.Start.Line}: unknown key '{Scalar(unknown)}'{Under()}. Known keys: {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The value under a key that must be there.</summary>
    public SettingsNode this[string key] => Find(key) ?? throw new InputException($"{File} line {Line}: the key '{key}' is missing{Under()}, where there is {string.Join(", ", Keys)}. Add it.");

    /// <summary>The value under a key, or null where the key is absent or empty.</summary>
    public SettingsNode? Find(string key)
    {
        asked.Add(key);
        var found = Mapping.Children.FirstOrDefault(pair => Scalar(pair.Key) == key).Value;
        return found is null or YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? null : new SettingsNode(File, key, found);
    }

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<SettingsNode> Items() => node is YamlSequenceNode list
        ? [.. list.Children.Select(item => new SettingsNode(File, name, item))]
        : throw Fault("should be a list");

    /// <summary>A single value as it is written.</summary>
    public string Text() => node is YamlScalarNode { Value: { } text } ? text : throw Fault("should be a single value");

    /// <summary>A list of single values.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>Keys and single values of a mapping whose keys are free.</summary>
    public IReadOnlyDictionary<string, string> AllTexts() => Keys.ToDictionary(key => key, key => this[key].Text(), StringComparer.Ordinal);

    /// <summary>One of a few words.</summary>
    public string OneOf(params ReadOnlySpan<string> words) => words.Contains(Text())
        ? Text()
        : throw Fault($"is '{Text()}', which is not one of: {string.Join(", ", words.ToArray())}");

    public int WholeNumber() => int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Fault($"is '{Text()}', which is not a whole number");

    /// <summary>A whole number above 0.</summary>
    public int Positive() => WholeNumber() is > 0 and var value ? value : throw Fault($"is {Text()}, and should be above 0");

    public double Number() => double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Fault($"is '{Text()}', which is not a number with a decimal point");

    /// <summary>A share written as a percentage, such as <c>-10%</c>: −0.10.</summary>
    public double Percent() => Text().EndsWith('%') && double.TryParse(Text()[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value / 100
        : throw Fault($"is '{Text()}', which is not a percentage such as -10%");

    public bool Flag() => OneOf("true", "false") == "true";

    /// <summary>A date, or a month that stands for its first day: <c>2024-01-01</c>, <c>2024-01</c>.</summary>
    public DateOnly Date() => DateOnly.TryParseExact(Text(), ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw Fault($"is '{Text()}', which is not a date such as 2024-01-01");

    /// <summary>A text in both languages: <c>{sv: …, en: …}</c>.</summary>
    public LocalText Local() => Done(new LocalText(this["sv"].Text(), this["en"].Text()));

    /// <summary>The error that tells what is wrong here.</summary>
    public InputException Fault(string what) => new($"{File} line {Line}: {(name.Length == 0 ? "this" : $"'{name}'")} {what}. Mend the line and run again.");

    private string Under() => name.Length == 0 ? "" : $" under '{name}'";

    private string Scalar(YamlNode key) => key is YamlScalarNode { Value: { } text } ? text : throw Fault("has a key that is not a word");
}
