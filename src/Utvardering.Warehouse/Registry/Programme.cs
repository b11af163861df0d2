using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>A programme that municipalities take part in, or that reaches all of them (<paramref name="Targeted"/> false).</summary>
public sealed record Programme(
    string Id, LocalText Title, LocalText Note, bool Targeted, IReadOnlyList<string> Strands, IReadOnlyList<Participation> Participants);

/// <summary>One municipality's part in a programme. <paramref name="From"/> is its first day, <paramref name="To"/> its last (null: still on).</summary>
/// <param name="Municipality">The municipality's code, or null where the programme reaches every municipality.</param>
/// <param name="Role">What the municipality is in the programme, such as pilot or supported.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, or null.</param>
/// <param name="Document">The document that says so.</param>
/// <param name="Certainty"><c>exact</c>, or <c>month_assumed</c> where the day is ours.</param>
public sealed record Participation(string? Municipality, string Role, DateOnly From, DateOnly? To, string Document, string Certainty)
{
    /// <summary>The strands or focus areas of the programme that the document gives the municipality; empty where it says nothing of them.</summary>
    public IReadOnlyList<string> Strands { get; init; } = [];
}
