namespace Utvardering.Ingestion.Sealing;

/// <summary>Sealed bytes can't be opened: they were changed or cut, or belong to another key or subject. Nothing of them is given out.</summary>
public sealed class SealBrokenException(string message, Exception? inner = null) : Exception(message, inner);
