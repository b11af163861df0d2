namespace Utvardering.Ingestion.Sources;

/// <summary>For adapters that need nothing but the source itself.</summary>
public sealed record NoSettings : AdapterSettings;
