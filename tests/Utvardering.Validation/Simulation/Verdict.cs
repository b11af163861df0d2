namespace Utvardering.Validation.Simulation;

/// <summary>What the rule says of a method in one cell; see <see cref="Tally.Verdict"/>.</summary>
internal enum Verdict
{
    /// <summary>It rejects a true hypothesis as often as it says.</summary>
    Holds,

    /// <summary>It rejects clearly less often: safe, and wide.</summary>
    Conservative,

    /// <summary>It rejects more often than chance in the simulation explains.</summary>
    OverRejects,

    /// <summary>It gave no p-value in most replications.</summary>
    Undefined,
}
