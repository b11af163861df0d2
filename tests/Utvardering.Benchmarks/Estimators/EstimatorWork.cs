namespace Utvardering.Benchmarks.Estimators;

/// <summary>A piece of work that a reference package was timed at too.</summary>
/// <param name="Name">As <c>--only</c> calls it.</param>
/// <param name="What">What is done.</param>
/// <param name="Reference">The package; null where none was timed.</param>
/// <param name="ReferenceSeconds">The package's processor seconds, the least of several runs on a machine of two cores (shared/oracles/TIMINGS.md).</param>
/// <param name="Goal">How many times faster we mean to be; null where no goal was set.</param>
/// <param name="Prepare">Reads or makes the data, outside the measured time, and gives the work.</param>
internal sealed record EstimatorWork(string Name, string What, string? Reference, double? ReferenceSeconds, double? Goal, Func<Action> Prepare);
