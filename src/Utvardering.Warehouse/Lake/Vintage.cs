namespace Utvardering.Warehouse.Lake;

/// <summary>One immutable state of what one source says in one dataset.</summary>
/// <param name="Folder">Full path of the folder that holds <c>part-*.parquet</c> and <c>datapackage.json</c>.</param>
public sealed record Vintage(string Dataset, string Source, VintageName Name, string Folder)
{
    /// <summary>Full paths of the Parquet parts, in order.</summary>
    public IReadOnlyList<string> Parts =>
        [.. Directory.GetFiles(Folder, "part-*.parquet").Order(StringComparer.Ordinal)];

    /// <summary>What the same source said before; null for its first vintage.</summary>
    public Vintage? Before() => new LakeStore(Path.Combine(Folder, "..", "..", "..")).Vintages(Dataset, Source).TakeWhile(vintage => vintage.Name != Name).LastOrDefault();

    public DataPackage ReadPackage() => DataPackage.Read(Path.Combine(Folder, DataPackage.FileName));
}
