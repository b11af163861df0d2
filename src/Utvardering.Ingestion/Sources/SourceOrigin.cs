namespace Utvardering.Ingestion.Sources;

/// <summary>Who made the data known.</summary>
public enum SourceOrigin
{
    /// <summary>Published by an authority.</summary>
    Published,

    /// <summary>Delivered to us by a municipality: other rules on the way out.</summary>
    Delivered,
}
