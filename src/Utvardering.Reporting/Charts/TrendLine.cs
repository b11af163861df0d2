namespace Utvardering.Reporting.Charts;

/// <summary>The line of a group or of a municipality, with the name that is written at it. Points in order of time.</summary>
public sealed record TrendLine(string Name, IReadOnlyList<TrendPoint> Points);
