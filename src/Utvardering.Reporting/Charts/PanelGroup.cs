namespace Utvardering.Reporting.Charts;

/// <summary>A group of municipalities in small panels.</summary>
/// <param name="Name">Stands in every panel under the municipality's name, e.g. <c>Pilot</c>.</param>
/// <param name="Mean">The group's own line, drawn grey and dashed behind each municipality's.</param>
/// <param name="Municipalities">One panel each, in the order given.</param>
public sealed record PanelGroup(string Name, IReadOnlyList<TrendPoint> Mean, IReadOnlyList<TrendLine> Municipalities);
