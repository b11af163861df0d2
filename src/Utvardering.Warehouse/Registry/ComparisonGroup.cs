using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>A group of municipalities, as a definition over the programmes.</summary>
/// <param name="Id">Such as <c>bra-supported</c>.</param>
/// <param name="Title">The name as a label: "Pilotkommuner".</param>
/// <param name="Definite">The name within a sentence: "pilotkommunerna".</param>
/// <param name="Members">Who the members are.</param>
/// <param name="Without">Programmes whose participants are not members, whatever their dates.</param>
public sealed record ComparisonGroup(string Id, LocalText Title, LocalText Definite, GroupMembers Members, IReadOnlyList<string> Without)
{
    /// <summary>The programme whose participants are the members, or null where the members are found in another way.</summary>
    public string? Programme => (Members as ProgrammeMembers)?.Programme;
}
