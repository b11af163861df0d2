namespace Utvardering.Disclosure.Suppression;

/// <summary>How a table is to be suppressed.</summary>
public sealed record SuppressionOptions
{
    /// <summary>Which counts are sensitive.</summary>
    public required SmallCountRule Rule { get; init; }

    /// <summary>How much doubt each sensitive cell needs.</summary>
    public ProtectionRequirement Protection { get; init; } = ProtectionRequirement.NotExact;

    /// <summary>What it costs to suppress each cell that is not sensitive, never negative; +∞ for a cell that must be shown.</summary>
    public Func<FrequencyTable, int, double> Cost { get; init; } = CellCost.Count;

    /// <summary>
    /// Whether the attacker knows that zeros are shown, where rule and costs say that they are: no suppressed cell is then below 1, and
    /// 2 = ■ + ■ gives both away. False is the attacker of most packages, who knows only that counts are not negative.
    /// </summary>
    public bool RuleIsKnown { get; init; } = true;
}
