namespace Utvardering.Ingestion.Sources;

/// <summary>What one adapter alone needs to know of a source: its selection or mapping.</summary>
public abstract record AdapterSettings;
