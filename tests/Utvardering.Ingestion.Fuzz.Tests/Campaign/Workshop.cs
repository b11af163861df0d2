using System.Collections.Concurrent;
using Utvardering.Ingestion.Fuzz.Tests.Seeds;
using Utvardering.Ingestion.Fuzz.Tests.Validation;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>The repository's definitions, each read once.</summary>
internal static class Workshop
{
    private static readonly ConcurrentDictionary<string, SourceDefinition> Sources = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, DatasetSchema> Schemas = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, DatasetRules> Rules = new(StringComparer.Ordinal);

    public static ProjectFolder Project { get; } = new(Repository.Root);

    public static SourceDefinition Source(Specimen specimen) => Sources.GetOrAdd(specimen.Source, name =>
    {
        var own = Path.Combine(Repository.Root, "tests", "Utvardering.Ingestion.Fuzz.Tests", "Sources", name + ".yaml");
        return SourceReader.Read(Project, File.Exists(own) ? own : Path.Combine(Project.Sources, name + ".yaml"));
    });

    public static DatasetSchema Schema(SourceDefinition source) => Schemas.GetOrAdd(source.Dataset, name => SchemaReader.Read(Project, name));

    /// <summary>The independent validator of a dataset.</summary>
    public static DatasetRules RulesOf(SourceDefinition source) => Rules.GetOrAdd(source.Dataset, DatasetRules.Of);
}
