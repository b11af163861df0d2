using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Wording;

/// <summary>
/// The language a report is written in. Both versions of a sentence stand side by side in one call of <see cref="Say"/>,
/// so that neither can be changed unseen by the other. Numbers and dates are written by rules of our own, not by the machine's language data.
/// </summary>
internal sealed partial class ReportLanguage
{
    private ReportLanguage(ChartLanguage chart) => Chart = chart;

    public static ReportLanguage Swedish { get; } = new(ChartLanguage.Swedish);

    public static ReportLanguage English { get; } = new(ChartLanguage.English);

    /// <summary>The same language for the charts.</summary>
    public ChartLanguage Chart { get; }

    /// <summary>The tag of BCP 47, which also stands in file names: <c>sv</c> or <c>en</c>.</summary>
    public string Tag => ChartText.Tag(Chart);

    /// <summary>The sentence in this language.</summary>
    public string Say(string sv, string en) => Chart == ChartLanguage.Swedish ? sv : en;

    /// <summary>"a, b och c" or "a, b and c".</summary>
    public string And(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {Say("och", "and")} {items[^1]}";

    /// <summary>"a till b" or "a to b".</summary>
    public string To(string from, string to) => $"{from} {Say("till", "to")} {to}";

    /// <summary>The text with its first letter as a capital, for the beginning of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a small first letter, for a title within a sentence.</summary>
    public static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
