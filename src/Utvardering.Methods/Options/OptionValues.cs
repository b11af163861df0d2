using System.Globalization;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Options;

/// <summary>The options of a method as they hold in a run: what was given, checked, and the defaults of the rest.</summary>
public sealed class OptionValues
{
    private readonly Dictionary<string, string?> values;

    private OptionValues(string method, Dictionary<string, string?> values) => (Method, this.values) = (method, values);

    public string Method { get; }

    /// <summary>Every option with its value, in the order in which they are told.</summary>
    public IReadOnlyDictionary<string, string?> All => values;

    /// <param name="given">Texts <c>name=value</c>.</param>
    /// <exception cref="InputException">An option the method has not, one given twice, or a value it can't be.</exception>
    public static OptionValues Read(string method, IReadOnlyList<MethodOption> options, IEnumerable<string> given)
    {
        var values = options.ToDictionary(option => option.Name, option => option.Default, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var parts = text.Split('=', 2);
            var name = parts[0].Trim();
            var option = options.FirstOrDefault(one => one.Name == name) ?? throw new InputException(options.Count == 0
                ? $"{method} has no options, \"{text}\" was given."
                : $"{method} has no option \"{name}\". It has: {string.Join(", ", options.Select(one => one.Name))}.");
            if (parts.Length < 2 || parts[1].Trim().Length == 0)
            {
                throw new InputException($"Option {name} has no value: write {name}=VALUE.");
            }

            if (!taken.Add(name))
            {
                throw new InputException($"Option {name} is given twice.");
            }

            OptionCheck.Value(option, parts[1].Trim());
            values[name] = parts[1].Trim();
        }

        foreach (var option in options.Where(option => taken.Contains(option.Name)))
        {
            OptionCheck.Use(option, values);
        }

        return new(method, values);
    }

    /// <summary>Whether the option has a value.</summary>
    public bool Has(string name) => values.GetValueOrDefault(name) is not null;

    public string Text(string name) => values.GetValueOrDefault(name) ?? throw new InputException($"{Method} needs the option {name}: give --options {name}=VALUE.");

    public double Number(string name) => double.Parse(Text(name), CultureInfo.InvariantCulture);

    public int Whole(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public bool Flag(string name) => Text(name) == "yes";

    public IReadOnlyList<double> Numbers(string name) => [.. Texts(name).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];

    /// <summary>The parts between commas; none where the option is not given.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Has(name) ? Text(name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];

    public double? NumberOrNull(string name) => Has(name) ? Number(name) : null;

    public int? WholeOrNull(string name) => Has(name) ? Whole(name) : null;
}
