namespace Utvardering.Pipeline.Jobs;

/// <summary>Something a run read or made.</summary>
/// <param name="Name">What it is: an origin, a vintage, a run's folder.</param>
/// <param name="Hash">SHA-256 of its content, or the run's id.</param>
public sealed record JobFile(string Name, string Hash);
