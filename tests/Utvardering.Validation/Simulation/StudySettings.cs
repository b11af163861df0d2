namespace Utvardering.Validation.Simulation;

/// <summary>How the simulation is run.</summary>
/// <param name="Replications">Replications of the fast methods; slow ones take a share.</param>
/// <param name="Seed">The seed.</param>
internal sealed record StudySettings(int Replications, ulong Seed)
{
    /// <summary>The most threads used; −1: as many as there are processors. The results do not depend on it.</summary>
    public int Threads { get; init; } = -1;
}
