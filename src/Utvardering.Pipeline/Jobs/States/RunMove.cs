using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Jobs.States;

/// <summary>A move that a run may make.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="When">What makes it move.</param>
public sealed record RunMove(RunState From, RunState To, LocalText When);
