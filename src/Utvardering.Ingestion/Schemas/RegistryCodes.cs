using Utvardering.Warehouse.Registry;

namespace Utvardering.Ingestion.Schemas;

/// <summary>The registries that a schema's foreign keys may name, and the codes in each.</summary>
internal static class RegistryCodes
{
    public const string Municipalities = "municipalities";

    private static readonly Dictionary<string, Func<RegistryFiles, IEnumerable<string>>> Others = new(StringComparer.Ordinal)
    {
        ["counties"] = registry => registry.Municipalities.Select(municipality => municipality.CountyCode),
        ["programmes"] = registry => registry.Programmes.Select(programme => programme.Id),
        ["strands"] = registry => registry.Programmes.SelectMany(programme => programme.Strands),
        ["indicators"] = registry => registry.Indicators.Select(indicator => indicator.Id),
        ["groups"] = registry => registry.Groups.Select(group => group.Id),
        ["documents"] = registry => registry.Documents.Select(document => document.Id),
    };

    public static IEnumerable<string> Names => Others.Keys.Prepend(Municipalities);

    /// <summary>The codes of a registry, each once, in the registry's order.</summary>
    /// <exception cref="Utvardering.Warehouse.InputException">A registry file is missing or malformed.</exception>
    public static IReadOnlyList<string> Of(ProjectFolder project, string registry) => registry == Municipalities
        ? [.. CodeList.Municipalities(project).Codes]
        : [.. Others[registry](RegistryFiles.Load(project.Pipelines)).Distinct(StringComparer.Ordinal)];
}
