using System.Collections.Immutable;

namespace Utvardering.Statistics.Optimisation;

/// <summary>The answer to an integer program.</summary>
/// <param name="Value">The greatest value that was found; null where there is no upper bound.</param>
/// <param name="Point">The point at which it is reached, which meets the equations exactly; empty where there is none.</param>
/// <param name="IsProven">Whether no whole point has a greater value. False where the search was cut short.</param>
/// <param name="Relaxed">The answer if numbers need not be whole.</param>
public sealed record IntegerProgramSolution(long? Value, ImmutableArray<long> Point, bool IsProven, LinearProgramSolution Relaxed);
