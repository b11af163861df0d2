namespace Utvardering.Ingestion.Sealing;

/// <summary>What becomes of refused bytes.</summary>
public enum RefusalMode
{
    /// <summary>Encrypted, for the sender's correction.</summary>
    Sealed,

    /// <summary>Not kept: the hash and the decision stay.</summary>
    Destroyed,
}
