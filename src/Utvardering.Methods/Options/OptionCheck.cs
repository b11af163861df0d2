using System.Globalization;
using Utvardering.Warehouse;

namespace Utvardering.Methods.Options;

/// <summary>Whether an option that was given can be what it was given, and is of use.</summary>
internal static class OptionCheck
{
    /// <exception cref="InputException">The value is of another kind, or out of range.</exception>
    public static void Value(MethodOption option, string value)
    {
        if (option.Refused.TryGetValue(value, out var why))
        {
            throw new InputException($"Option {option.Name} can't be {value}: {why}.");
        }

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

    /// <summary>An option that is silently without effect would make its giver believe in it.</summary>
    /// <exception cref="InputException">The other options that hold leave this one without effect.</exception>
    public static void Use(MethodOption option, IReadOnlyDictionary<string, string?> values)
    {
        if (option.For is not var (other, wanted))
        {
            return;
        }

        var value = values[other];
        if (value is null || (wanted.Count > 0 && !wanted.Contains(value)))
        {
            throw new InputException(
                $"Option {option.Name} has no use {(value is null ? $"without {other}" : $"with {other}={value}")}: it is for {MethodOption.Condition(option.For.Value)}.");
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
