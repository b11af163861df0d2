namespace Utvardering.Statistics.Optimisation;

/// <summary>How a linear program ended.</summary>
public enum LinearProgramStatus
{
    /// <summary>A best point was found.</summary>
    Optimal,

    /// <summary>No point meets the equations.</summary>
    Infeasible,

    /// <summary>The objective has no upper bound.</summary>
    Unbounded,
}
