namespace Utvardering.Ingestion.Sources;

/// <summary>At most so many calls within any window of the length.</summary>
public sealed record CallRate(int Calls, TimeSpan Window);
