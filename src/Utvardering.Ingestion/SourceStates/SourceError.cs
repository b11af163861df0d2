namespace Utvardering.Ingestion.SourceStates;

/// <summary>Why an attempt made no vintage.</summary>
public sealed record SourceError(DateTimeOffset Time, string Message);
