using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>A group of municipalities defined over the programmes.</summary>
/// <param name="Id">Such as <c>bra-supported</c>.</param>
/// <param name="Title">The name as a label: "Pilotkommuner".</param>
/// <param name="Definite">The name within a sentence: "pilotkommunerna".</param>
/// <param name="Programme">The programme whose participants are the members, or null for all municipalities.</param>
/// <param name="Without">Programmes whose participants are not members.</param>
public sealed record ComparisonGroup(string Id, LocalText Title, LocalText Definite, string? Programme, IReadOnlyList<string> Without);
