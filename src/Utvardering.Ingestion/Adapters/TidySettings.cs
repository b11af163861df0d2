using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <param name="Delimiter">Null: the one the first line has most of.</param>
/// <param name="Mapping">From the file's columns to the fields.</param>
internal sealed record TidySettings(char? Delimiter, TidyMapping Mapping) : AdapterSettings;
