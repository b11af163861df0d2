namespace Utvardering.Validation.Panels;

/// <summary>A design on a kind of panel.</summary>
/// <param name="Design">How many units of how many are treated, such as "6 of 11".</param>
/// <param name="Panel">The kind of panel, a short id.</param>
/// <param name="Title">The panel in words.</param>
/// <param name="Units">The number of units.</param>
/// <param name="Draw">The trial of a replication, a function of its number alone.</param>
internal sealed record Scenario(string Design, string Panel, string Title, int Units, Func<int, Trial> Draw);
