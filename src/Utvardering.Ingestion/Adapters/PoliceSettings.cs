using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <param name="Days">How many days are asked for, today included.</param>
internal sealed record PoliceSettings(int Days) : AdapterSettings;
