using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <param name="Offence">What the file counts, which it does not say.</param>
/// <param name="Year">Four digits; null: in the file's name.</param>
internal sealed record BraMunicipalitySettings(string Offence, string? Year) : AdapterSettings;
