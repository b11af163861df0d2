using System.Globalization;

namespace Utvardering.Ingestion.Tests.PersonalData;

/// <summary>The ways a personal number is written, and what it is written into.</summary>
internal static class NumberForms
{
    /// <summary>Separators between date and last four.</summary>
    private static readonly string[] Separators =
        ["", "-", "+", " ", "\u00A0", "\u202F", "\u2009", "\u2013", "\u2014", "\u2010", "\u2011", "\u2212", " - ", "- ", " \u2013 ", "/", "\uFF0D", "\t", "\u200B", "\u00AD", "\u00AD-"];

    public static IReadOnlyList<Func<InventedNumber, string>> Written { get; } =
    [
        .. Separators.Select(separator => (Func<InventedNumber, string>)(n => n.Year + n.Month + n.Day + separator + n.Last)),
        .. Separators.Select(separator => (Func<InventedNumber, string>)(n => n.ShortYear + n.Month + n.Day + separator + n.Last)),
        n => $"{n.Year}-{n.Month}-{n.Day}-{n.Last}",
        n => $"{n.Year}-{n.Month}-{n.Day} {n.Last}",
        n => $"{n.Year}.{n.Month}.{n.Day}-{n.Last}",
        n => $"{n.Year}/{n.Month}/{n.Day} {n.Last}",
        n => $"{n.Year} {n.Month} {n.Day} {n.Last}",
        n => $"{n.ShortYear}-{n.Month}-{n.Day}-{n.Last}",
        n => $"{n.ShortYear} {n.Month} {n.Day} {n.Last}",
        n => $"{n.Century} {n.ShortYear}{n.Month}{n.Day}-{n.Last}",
        n => $"{n.Century}-{n.ShortYear}{n.Month}{n.Day}-{n.Last}",
        n => $"{n.Year} {n.Month}{n.Day} {n.Last}",
        n => $"{n.ShortYear}{n.Month}{n.Day} {n.Last[..3]} {n.Last[3]}",
        n => $"{n.Year}{n.Month}{n.Day}-{n.Last[..3]}-{n.Last[3]}",
    ];

    /// <summary>Forms that only digits have.</summary>
    public static IReadOnlyList<Func<InventedNumber, string>> OfDigits { get; } =
    [
        n => Twelve(n) + ".0",
        n => Twelve(n) + ",0",
        n => Twelve(n) + ".00",
        n => Ten(n) + ".0",
        n => double.Parse(Twelve(n), CultureInfo.InvariantCulture).ToString("E11", CultureInfo.InvariantCulture),
        n => Excel(Twelve(n), '.', "E"),
        n => Excel(Twelve(n), ',', "E+"),
        n => Excel(Twelve(n), '.', "e+"),
        n => string.Join(' ', Twelve(n).ToCharArray()),
        n => string.Join('-', Ten(n).ToCharArray()),
        n => string.Join(' ', Twelve(n).Chunk(2).Select(pair => new string(pair))),
        n => Digits(Twelve(n), '\uFF10'),
        n => Digits(Twelve(n), '\u0660'),
        n => Digits(Ten(n), '\u0966'),
        n => string.Concat(Twelve(n).Select(c => char.ConvertFromUtf32(0x1D7CE + c - '0'))),
    ];

    public static IReadOnlyList<Func<string, string>> Surroundings { get; } =
    [
        text => text,
        text => text,
        text => $"\"{text}\"",
        text => $"'{text}",
        text => $"=\"{text}\"",
        text => $" {text} ",
        text => $"Ärende om {text}, öppnat 2024-01-15",
        text => $"pnr:{text}",
        text => $"({text})",
        text => $"Barnet ({text}; pojke) flyttade 12 mars",
        text => $"dnr 2024/123 {text}.",
        text => $"id=7;p={text};k=0180",
        text => $"Syskon: {text}, {text}",
    ];

    private static string Twelve(InventedNumber n) => n.Year + n.Month + n.Day + n.Last;

    private static string Ten(InventedNumber n) => Twelve(n)[2..];

    /// <summary>As a spreadsheet shortens it: one digit, a mark, the rest without the zeros at its end.</summary>
    private static string Excel(string digits, char mark, string e)
    {
        var rest = digits[1..].TrimEnd('0');
        return digits[0] + (rest.Length == 0 ? "" : mark + rest) + e + (digits.Length - 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Digits(string text, char zero) => string.Concat(text.Select(c => (char)(zero + c - '0')));
}
