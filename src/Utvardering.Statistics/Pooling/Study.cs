namespace Utvardering.Statistics.Pooling;

/// <summary>One estimate to pool: a municipality's effect, or a published trial's.</summary>
/// <param name="Name">The municipality or trial.</param>
/// <param name="Effect">The estimate, in one unit for all studies (a log ratio pools better than a ratio).</param>
/// <param name="Variance">The square of its standard error, taken as known.</param>
public sealed record Study(string Name, double Effect, double Variance);
