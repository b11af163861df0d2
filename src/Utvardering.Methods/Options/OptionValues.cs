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

            Check(option, parts[1].Trim());
            values[name] = parts[1].Trim();
        }

        return new(method, values);
    }

    /// <summary>Whether the option has a value.</summary>
    public bool Has(string name) => values[name] is not null;

    public string Text(string name) => values[name] ?? throw new InputException($"{Method} needs the option {name}: give --options {name}=VALUE.");

    public double Number(string name) => double.Parse(Text(name), CultureInfo.InvariantCulture);

    public int Whole(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    public bool Flag(string name) => Text(name) == "yes";

    public IReadOnlyList<double> Numbers(string name) => [.. Text(name).Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];

    private static void Check(MethodOption option, string value)
    {
        var problem = option.Kind switch
        {
            OptionKind.Choice => option.Choices.Contains(value) ? null : $"is one of {string.Join(", ", option.Choices)}",
            OptionKind.Flag => value is "yes" or "no" ? null : "is yes or no",
            OptionKind.WholeNumber => Number(value, NumberStyles.AllowLeadingSign) is { } whole && int.TryParse(value, CultureInfo.InvariantCulture, out _) ? Range(option, whole) : "is a whole number",
            OptionKind.Number => Number(value, NumberStyles.Float) is { } number ? Range(option, number) : "is a number with decimal point",
            OptionKind.Numbers => Each(option, value),
            _ => null,
        };
        if (problem is not null)
        {
            throw new InputException($"Option {option.Name} {problem}; \"{value}\" was given.");
        }
    }

    private static string? Each(MethodOption option, string value) => value.Split(',').Select(part => Number(part, NumberStyles.Float)).Aggregate(
        (string?)null, (problem, number) => problem ?? (number is { } one ? Range(option, one) : "is numbers with commas between"));

    private static double? Number(string text, NumberStyles style) =>
        double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? Range(MethodOption option, double number)
    {
        if (number >= option.Minimum && number <= option.Maximum)
        {
            return null;
        }

        return (double.IsNegativeInfinity(option.Minimum), double.IsPositiveInfinity(option.Maximum)) switch
        {
            (false, false) => string.Create(CultureInfo.InvariantCulture, $"lies between {option.Minimum} and {option.Maximum}"),
            (false, _) => string.Create(CultureInfo.InvariantCulture, $"is at least {option.Minimum}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"is at most {option.Maximum}"),
        };
    }
}
