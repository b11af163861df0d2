using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Adapters;

/// <param name="Fields">Field of the dataset → where its text comes from; fields left out are empty.</param>
/// <param name="Where">Column → regular expression that the whole cell must match; other rows are skipped and counted.</param>
internal sealed record TidySettings(char Delimiter, IReadOnlyDictionary<string, TidyColumn> Fields, IReadOnlyDictionary<string, string> Where) : AdapterSettings;
