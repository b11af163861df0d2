using System.Globalization;
using System.Text.RegularExpressions;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Faults;

namespace Utvardering.Warehouse.Lake;

/// <summary>
/// The lake: <c>&lt;root&gt;/&lt;dataset&gt;/&lt;source&gt;/&lt;vintage&gt;/part-0.parquet + datapackage.json</c>.
/// Vintages are never changed and never overwritten; several sources may feed a dataset, and "newest" is said per source.
/// </summary>
/// <param name="root">Its folder.</param>
/// <param name="fence">Asked before a vintage is published; null: the process holds the folder by a lock.</param>
public sealed partial class LakeStore(string root, WriterFence? fence = null)
{
    /// <summary>The folder of the lake, <c>&lt;data root&gt;/lake</c>.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Where vintages are built before they are published; on the lake's own file system.</summary>
    public string StagingArea => Path.Combine(Root, ".staging");

    /// <summary>Removes what a crash has left in the staging area. Returns how many folders went.</summary>
    /// <param name="held">Also what a process still holds: it has lost the right to publish it.</param>
    public int SweepStaging(bool held = false) => StagingFolder.Sweep(StagingArea, held);

    /// <summary>The datasets that have a vintage, by name.</summary>
    public IReadOnlyList<string> Datasets() => [.. Names(Root).Where(dataset => Vintages(dataset).Count > 0)];

    /// <summary>All vintages of a dataset, by source and then oldest first.</summary>
    public IReadOnlyList<Vintage> Vintages(string dataset) =>
        [.. Names(Path.Combine(Root, Checked(dataset))).SelectMany(source => Vintages(dataset, source))];

    /// <summary>All vintages of one source in a dataset, oldest first.</summary>
    public IReadOnlyList<Vintage> Vintages(string dataset, string source) =>
        [.. Names(Path.Combine(Root, Checked(dataset), Checked(source)))
            .Select(name => VintageName.TryParse(name))
            .OfType<VintageName>()
            .Select(name => new Vintage(dataset, source, name, Path.Combine(Root, dataset, source, name.ToString())))];

    /// <summary>The newest vintage retrieved no later than the end of that day (UTC); null when there is none.</summary>
    public Vintage? NewestAsOf(string dataset, string source, DateOnly asOf) =>
        Vintages(dataset, source).LastOrDefault(vintage => DateOnly.FromDateTime(vintage.Name.Retrieved.UtcDateTime) <= asOf);

    /// <summary>The newest vintage of each source of a dataset as of that day, by source.</summary>
    public IReadOnlyList<Vintage> NewestAsOf(string dataset, DateOnly asOf) =>
        [.. Vintages(dataset).Select(vintage => vintage.Source).Distinct().Select(source => NewestAsOf(dataset, source, asOf)).OfType<Vintage>()];

    /// <summary>
    /// Writes the draft's rows as a new vintage, or returns the one that had the same content when it was retrieved.
    /// A crash on the way leaves the lake as it was.
    /// </summary>
    /// <exception cref="InputException">Another content was retrieved in the same second: the two could not be told apart in time.</exception>
    public Publication Publish(WorkDatabase database, VintageDraft draft)
    {
        using var staging = new StagingFolder(StagingArea);
        var built = Path.Combine(staging.Path, "vintage");
        Directory.CreateDirectory(built);
        var (part, rows) = Write(database, draft, Path.Combine(built, "part-0.parquet"));
        var contentHash = database.OnOneThread(() => ContentHash.Of(database, part, draft.ContentColumns, rows));
        var name = VintageName.Of(draft.Retrieved, contentHash);
        if (Standing(draft, name) is { } standing)
        {
            return new(standing, IsNew: false, rows);
        }

        FaultPoint.Reach(FaultPlaces.LakePart);
        DurableFile.Write(Path.Combine(built, DataPackage.FileName), PackageOf.Draft(draft, name, contentHash, rows, part).ToJson(), FaultPlaces.LakePackage);
        FaultPoint.Reach(FaultPlaces.LakeBuilt);
        (fence ?? WriterFence.ByLock).Confirm();
        FaultPoint.Reach(FaultPlaces.LakeConfirmed);
        return new(Place(draft, name, built), IsNew: true, rows);
    }

    private static ParquetPart Write(WorkDatabase database, VintageDraft draft, string path)
    {
        if (draft.Part is not { } part)
        {
            return ParquetPart.Write(database, Ordered(draft), path);
        }

        var columns = database.Texts($"select column_name from (describe select * from read_parquet({SqlText.Literal(part.Path)}))");
        if (!columns.SequenceEqual([.. draft.ContentColumns, .. draft.ProvenanceColumns]))
        {
            throw new InvalidDataException($"{part.Path} has the columns {string.Join(", ", columns)}, which are not those of {draft.Dataset}: nothing was published.");
        }

        File.Move(part.Path, path);
        return part with { Path = path };
    }

    private static string Ordered(VintageDraft draft)
    {
        var key = string.Join(", ", draft.Key.Select(column => $"{SqlText.Identifier(column)} nulls first"));
        return $"select {SqlLists.Names([.. draft.ContentColumns, .. draft.ProvenanceColumns])} from ({draft.Select}) order by {key}";
    }

    /// <summary>The vintage that had this content when it was retrieved, if it is the newest by then.</summary>
    private Vintage? Standing(VintageDraft draft, VintageName name)
    {
        if (Vintages(draft.Dataset, draft.Source).LastOrDefault(vintage => vintage.Name.Retrieved <= name.Retrieved) is not { } standing)
        {
            return null;
        }

        if (standing.Name.ContentPrefix == name.ContentPrefix)
        {
            return standing;
        }

        return standing.Name.Retrieved == name.Retrieved
            ? throw new InputException(
                $"Source {draft.Source} already has vintage {standing.Name} of {draft.Dataset} with other content, retrieved in the same second. " +
                "Use another data folder, or a later retrieval time.")
            : null;
    }

    private Vintage Place(VintageDraft draft, VintageName name, string built)
    {
        var parent = Path.Combine(Root, Checked(draft.Dataset), Checked(draft.Source));
        DurableFile.CreateFolder(parent);
        var place = Path.Combine(parent, name.ToString());
        Directory.Move(built, place);
        FaultPoint.Reach(FaultPlaces.LakeRenamed);
        DurableFile.SyncFolder(parent);
        return new(draft.Dataset, draft.Source, name, place);
    }

    private static IEnumerable<string> Names(string folder) => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!).Where(name => name[0] != '.').Order(StringComparer.Ordinal)
        : [];

    private static string Checked(string name) => FolderName().IsMatch(name)
        ? name
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{name}' can't name a folder of the lake: lower-case letters, digits, - and _ only."));

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*$")]
    private static partial Regex FolderName();
}
