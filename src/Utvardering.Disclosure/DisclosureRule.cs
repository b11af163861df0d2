using Utvardering.Warehouse.Settings;

namespace Utvardering.Disclosure;

/// <summary>What is done with the rows that a rule is for.</summary>
/// <param name="Id">The rule's name, kept in the record of what was suppressed.</param>
/// <param name="Title">The rule for readers.</param>
/// <param name="Origin">The rows' origin: <c>published</c> or <c>delivered</c>.</param>
/// <param name="Level">The level of the tables it is for, or null for every level.</param>
/// <param name="Action"><c>pass</c>, <c>suppress</c> (the row stays, its figures are emptied) or <c>withhold</c> (the row stays behind).</param>
/// <param name="MinimumPersons">For <c>suppress</c>: the least number of persons a row may tell about.</param>
public sealed record DisclosureRule(string Id, LocalText Title, string Origin, string? Level, string Action, int MinimumPersons)
{
    /// <summary>For <c>suppress</c>: the least number of municipalities (the row's column <c>municipalities</c>) behind a figure; 0: not asked for.</summary>
    public int MinimumMunicipalities { get; init; }
}
