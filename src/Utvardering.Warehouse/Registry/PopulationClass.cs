using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>A class of municipalities by size, up to the next one's bound.</summary>
/// <param name="Id">Such as <c>20000-49999</c>.</param>
/// <param name="From">The least number of inhabitants.</param>
/// <param name="Title">The name for readers.</param>
public sealed record PopulationClass(string Id, int From, LocalText Title);
