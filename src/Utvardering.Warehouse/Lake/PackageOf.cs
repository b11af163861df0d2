using System.Globalization;
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
        Sources = [Source(draft, name)],
        Licenses = draft.Licence is null ? null : [DataPackageLicence.Of(draft.Licence)],
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
        Base = draft.Base,
        Notes = draft.Notes.Count == 0 ? null : draft.Notes,
        Corrections = draft.Corrections.Count == 0 ? null : draft.Corrections,
        Complete = draft.Complete.Count == 0
            ? null
            : new SortedDictionary<string, DateOnly>(draft.Complete.ToDictionary(), StringComparer.Ordinal),
    };

    private static DataPackageSource Source(VintageDraft draft, VintageName name)
    {
        var version = name.Retrieved.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        // The standard's path is an address or a path to one file, which a pattern is not.
        return Uri.TryCreate(draft.Asked, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new(draft.SourceTitle.Sv, draft.Asked, null, version)
            : new(draft.SourceTitle.Sv, null, draft.Asked, version);
    }
}
