using System.Collections.Immutable;

namespace Utvardering.Statistics.Optimisation;

/// <summary>The answer to a linear program.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The greatest value; NaN where there is no point, +∞ where there is no bound.</param>
/// <param name="Point">A vertex at which it is reached; empty where there is none.</param>
/// <param name="Multipliers">
/// Why it can't be greater: a y with A′y ≥ c and b′y = the value, one number for each equation (the dual solution). Equations with 0 are not needed.
/// Empty where there is no vertex.
/// </param>
public sealed record LinearProgramSolution(LinearProgramStatus Status, double Value, ImmutableArray<double> Point, ImmutableArray<double> Multipliers);
