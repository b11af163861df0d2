namespace Utvardering.Reporting.Charts;

/// <summary>A dashed vertical line at a date, with its label above the plot, e.g. <c>Piloten startar</c>.</summary>
public sealed record TimeMark(DateOnly Date, string Label);
