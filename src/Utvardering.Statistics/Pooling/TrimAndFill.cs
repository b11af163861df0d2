namespace Utvardering.Statistics.Pooling;

/// <summary>What the trim-and-fill method finds; see <see cref="SmallStudyEffects.TrimAndFill"/>.</summary>
/// <param name="Missing">How many studies seem to be missing.</param>
/// <param name="OnTheLeft">Whether they are missing among the smaller effects.</param>
/// <param name="Filled">The pooled effect with their mirror images.</param>
public sealed record TrimAndFill(int Missing, bool OnTheLeft, PooledEffect Filled);
