using System.Collections.Immutable;

namespace Utvardering.Statistics.Optimisation;

/// <summary>The answer to a linear program.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The greatest value; NaN where there is no point, +∞ where there is no bound.</param>
/// <param name="Point">A vertex at which it is reached; empty where there is none.</param>
public sealed record LinearProgramSolution(LinearProgramStatus Status, double Value, ImmutableArray<double> Point);
