using System.Collections.Immutable;

namespace Utvardering.Statistics.MultipleTesting;

/// <summary>P-values of several tests, alone and together.</summary>
/// <param name="Raw">Each test's own p-value, in the order given.</param>
/// <param name="Adjusted">Its adjusted p-value: at most α for every false rejection with probability at most α.</param>
/// <param name="Draws">The draws used.</param>
public sealed record RomanoWolfResult(ImmutableArray<double> Raw, ImmutableArray<double> Adjusted, int Draws);
