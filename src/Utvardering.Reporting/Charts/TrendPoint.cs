namespace Utvardering.Reporting.Charts;

/// <summary>One value of a line; null where there is none (suppressed, not available), which breaks the line.</summary>
/// <param name="Date">The first day of the month or quarter.</param>
/// <param name="Value">The value drawn as the line, e.g. a twelve-month moving mean.</param>
/// <param name="Raw">The value before smoothing, drawn thin behind the line.</param>
/// <param name="Low">The lower end of an interval, drawn as a band together with <paramref name="High"/>.</param>
/// <param name="High">The upper end of an interval.</param>
public sealed record TrendPoint(DateOnly Date, double? Value, double? Raw = null, double? Low = null, double? High = null);
