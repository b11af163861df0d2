using Utvardering.Reporting.Wording;

namespace Utvardering.Reporting.Documents;

/// <summary>A table's cell: as it is read and as it stands in the data file.</summary>
/// <param name="Text">For readers; never empty, so that nothing missing looks like nothing.</param>
/// <param name="Data">For the data file.</param>
internal sealed record Cell(string Text, string Data)
{
    /// <summary>The result id that the row tells of; on the row's first cell.</summary>
    public string? Anchor { get; init; }

    /// <summary>The result id that this cell points to.</summary>
    public string? Target { get; init; }

    public static Cell Of(string text) => new(text, text);

    /// <summary>A figure, or in its place the reason why there is none.</summary>
    public static Cell Of(ReportLanguage language, double? value, int decimals, string missing)
        => value is { } known ? new(language.Number(known, decimals), language.Data(known)) : Of(missing);

    public static Cell Of(ReportLanguage language, long value) => new(language.Whole(value), language.Data(value));

    /// <summary>A share of 1 in per cent with its sign, or the reason why there is none.</summary>
    public static Cell Share(ReportLanguage language, double? share, string missing)
        => share is { } known ? new(Change.Figure(language, known), language.Data(known * 100)) : Of(missing);

    /// <summary>A p-value, or the reason why there is none.</summary>
    public static Cell P(ReportLanguage language, double? p, string missing) => p is not { } known ? Of(missing)
        : new(known < ReportLanguage.LeastPValue ? $"<\u00A0{language.PValue(ReportLanguage.LeastPValue * 2)}" : language.PValue(known), language.Data(known));

    /// <summary>Two ends in one cell, for a column of the page only.</summary>
    public static Cell Between(ReportLanguage language, double? low, double? high, int decimals, string missing)
        => low is { } from && high is { } to ? Of(language.To(language.Number(from, decimals), language.Number(to, decimals))) : Of(missing);

    /// <summary>Two shares in one cell, for a column of the page only.</summary>
    public static Cell Shares(ReportLanguage language, double? low, double? high, string missing)
        => low is { } from && high is { } to ? Of(Change.Figures(language, from, to)) : Of(missing);
}
