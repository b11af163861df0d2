using Utvardering.Ingestion;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Benchmarks.Warehouse;

/// <summary>The folder that a measurement works in: a registry, a lake, and the warehouse built of them.</summary>
/// <param name="Folder">Full path.</param>
internal sealed record WarehouseWorkplace(string Folder)
{
    /// <summary>The schemas are the repository's own.</summary>
    public static ProjectFolder Project { get; } = new(Repository.Root);

    /// <summary>So are the models.</summary>
    public static string Models { get; } = Path.Combine(Repository.Root, "pipelines", "warehouse");

    public string Pipelines => Path.Combine(Folder, "pipelines");

    public LakeStore Lake => new(Path.Combine(Folder, "lake"));

    public string Spill => Path.Combine(Folder, "spill");

    public string Database => Path.Combine(Folder, "warehouse.duckdb");

    public RegistryFiles Registry() => RegistryFiles.Load(Pipelines);

    /// <summary>The vintages of the lake: one a dataset.</summary>
    public IReadOnlyList<Vintage> Vintages() => [.. Lake.Datasets().SelectMany(dataset => Lake.NewestAsOf(dataset, DateOnly.MaxValue))];
}
