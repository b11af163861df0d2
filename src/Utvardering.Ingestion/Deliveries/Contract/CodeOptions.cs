using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Schemas;

namespace Utvardering.Ingestion.Deliveries.Contract;

/// <summary>The values of a column and every way to write them: code, labels and aliases, whatever their letter case, blanks and dashes.</summary>
public sealed class CodeOptions
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    private CodeOptions(string name, IReadOnlyList<CodeOption> options)
    {
        Name = name;
        Options = options;
        foreach (var option in options)
        {
            Add(option.Code, option.Code);
            Add(option.Written, option.Code);
        }
    }

    /// <summary>The code list, or <c>municipalities</c>.</summary>
    public string Name { get; }

    public IReadOnlyList<CodeOption> Options { get; }

    /// <summary>Every way to write a value, with the code it stands for.</summary>
    internal IEnumerable<string> Forms => codes.Select(form => $"{form.Key} {form.Value}").Order(StringComparer.Ordinal);

    /// <summary>The code that a text stands for; the text itself when it is none.</summary>
    public string CodeOf(string text) => codes.GetValueOrDefault(Plain(text), text);

    /// <summary>A code list with the columns code, label_sv and, where it has them, label_en, definition_sv and aliases (parted by |).</summary>
    internal static CodeOptions Of(CodeList list)
    {
        int? definition = list.Columns.Contains("definition_sv") ? list.Index("definition_sv") : null;
        int? english = list.Columns.Contains("label_en") ? list.Index("label_en") : null;
        var label = list.Index("label_sv");
        var options = new CodeOptions(list.Name, [.. list.Rows.Select(row =>
            new CodeOption(row[0]!, row[label]!, english is { } en ? row[en] : null, definition is { } text ? row[text] : null))]);
        foreach (var row in list.Rows)
        {
            options.AddAll(row[0]!, english is { } en ? [row[en]] : []);
            options.AddAll(row[0]!, list.Columns.Contains("aliases") ? row[list.Index("aliases")]?.Split('|') ?? [] : []);
        }

        return options;
    }

    /// <summary>Code, name, or both; a code whose leading zero a spreadsheet dropped is still that code.</summary>
    internal static CodeOptions OfMunicipalities(CodeList registry)
    {
        var name = registry.Index("name");
        var options = new CodeOptions(registry.Name, [.. registry.Rows.Select(row => new CodeOption(row[0]!, $"{row[0]} {row[name]}", null, null))]);
        foreach (var row in registry.Rows)
        {
            options.AddAll(row[0]!, [row[name], row[0]!.TrimStart('0')]);
        }

        return options;
    }

    private void AddAll(string code, IEnumerable<string?> forms)
    {
        foreach (var form in forms.OfType<string>())
        {
            Add(form, code);
        }
    }

    private void Add(string form, string code)
    {
        if (codes.TryAdd(Plain(form), code) || codes[Plain(form)] == code)
        {
            return;
        }

        throw new Warehouse.InputException($"In code list {Name} '{form}' stands for {codes[Plain(form)]} and for {code}. Change one of them.");
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize())
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            plain.Append(char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212' ? '-' : char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
