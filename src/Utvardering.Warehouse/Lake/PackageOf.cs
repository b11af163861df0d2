using System.Text.Json.Nodes;

namespace Utvardering.Warehouse.Lake;

/// <summary>The data package that describes a draft once its part is written.</summary>
internal static class PackageOf
{
    public static DataPackage Draft(VintageDraft draft, VintageName name, string contentHash, long rows, string part) => new()
    {
        Name = $"{draft.Dataset}.{draft.Source}",
        Version = name.ToString(),
        Title = draft.SourceTitle.Sv,
        Created = name.Retrieved,
        Sources = [new(draft.SourceTitle.Sv, draft.Asked)],
        Licenses = draft.Licence is null ? null : [new(draft.Licence)],
        Resources =
        [
            new(draft.Dataset, "table", Path.GetFileName(part), "parquet", "application/vnd.apache.parquet",
                new FileInfo(part).Length, "sha256:" + DurableFile.Sha256(part), (JsonObject)draft.Schema.DeepClone()),
        ],
        Dataset = draft.Dataset,
        Source = draft.Source,
        SourceTitle = draft.SourceTitle,
        Attribution = draft.Attribution,
        Origin = draft.Origin,
        ContentHash = contentHash,
        RowCount = rows,
        DuplicatesDropped = draft.DuplicatesDropped,
        Synthetic = draft.Synthetic ? true : null,
        Landing = draft.Landing,
        Notes = draft.Notes.Count == 0 ? null : draft.Notes,
        Complete = draft.Complete.Count == 0
            ? null
            : new SortedDictionary<string, DateOnly>(draft.Complete.ToDictionary(), StringComparer.Ordinal),
    };
}
