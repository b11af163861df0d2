using System.Collections.Immutable;

namespace Utvardering.Statistics.Pooling;

/// <summary>A characteristic of the studies that their effects may depend on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Values">One value for each study, in their order.</param>
public sealed record Moderator(string Name, ImmutableArray<double> Values);
