using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>A change of what an indicator measures: figures before and after are not of the same thing.</summary>
/// <param name="From">The first day of the new definition.</param>
/// <param name="Text">What changed.</param>
/// <param name="Document">The document of the registry that says so.</param>
public sealed record IndicatorBreak(DateOnly From, LocalText Text, string Document);
