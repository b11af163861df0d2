using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <param name="Indicators">Kolada's KPI ids.</param>
internal sealed record KoladaSettings(IReadOnlyList<string> Indicators, YearRange Years) : AdapterSettings;
