using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Documents;

/// <summary>A table's cell: as it is read and as it stands in the data file.</summary>
/// <param name="Text">For readers; never empty, so that nothing missing looks like nothing.</param>
/// <param name="Data">For the data file.</param>
internal sealed record Cell(string Text, string Data)
{
    /// <summary>The result id whose row this cell is the place of.</summary>
    public string? Anchor { get; init; }

    /// <summary>The result id that this cell points to.</summary>
    public string? Target { get; init; }

    public static Cell Of(string text) => new(text, text);

    /// <summary>A figure, or in its place the reason why there is none.</summary>
    public static Cell Of(ReportLanguage language, double? value, int decimals, string missing)
        => value is { } known ? new(language.Number(known, decimals), language.Data(known)) : Of(missing);

    public static Cell Of(ReportLanguage language, long value) => new(language.Whole(value), language.Data(value));
}
