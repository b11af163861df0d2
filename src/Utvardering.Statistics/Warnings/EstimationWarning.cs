namespace Utvardering.Statistics.Warnings;

/// <summary>A caveat that travels with a result; the fields in use are named at each <see cref="EstimationWarningKind"/>.</summary>
/// <param name="Kind">What is to be warned of.</param>
/// <param name="Unit">The unit concerned, where one is.</param>
/// <param name="Period">The start of the period or window concerned, where one is.</param>
/// <param name="Value">The number that caused the warning.</param>
/// <param name="Limit">The number it was held against.</param>
public sealed record EstimationWarning(
    EstimationWarningKind Kind,
    string? Unit = null,
    DateOnly? Period = null,
    double? Value = null,
    double? Limit = null);
