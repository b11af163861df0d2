using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Staging;

/// <summary>
/// All rows of one retrieval as texts, with the body and row each came from, in a database of their own.
/// Adapters fill it; the schema check judges it.
/// </summary>
internal sealed class StagedRows : IDisposable
{
    public const string Table = "staged";
    public const string FileColumn = "landing_file";
    public const string RowColumn = "landing_row";

    // With the process's own, less than 1 GB; what does not fit is spilled into the folder.
    private static readonly DatabaseSettings Limits = new() { MemoryLimit = "640MB" };

    // Of a few rows a second thread does nothing, and costs every statement a third more.
    private const long FewBytes = 1 << 20;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];
    private readonly List<string> warnings = [];

    /// <param name="bodies">The bodies that rows come from; a body's place in the list stands for it in <see cref="FileColumn"/>.</param>
    /// <param name="folder">For what does not fit in memory, and for transcoded files.</param>
    /// <param name="standing">Bodies whose rows stand in a vintage already: they come after the others, and are not read again.</param>
    public StagedRows(
        SourceDefinition source, ProjectFolder project, DatasetSchema schema, IReadOnlyList<LandedBody> bodies, string folder, IReadOnlyList<LandedBody>? standing = null)
    {
        Source = source;
        Project = project;
        Schema = schema;
        ToRead = bodies;
        Bodies = [.. bodies, .. standing ?? []];
        for (var place = 0; place < Bodies.Count; place++)
        {
            places.TryAdd(Bodies[place].Sha256, place);
        }

        Folder = folder;
        Database = new(folder, Limits with { Threads = Bodies.Sum(body => body.Bytes) < FewBytes ? 1 : null });
        Problems = new(Bodies);
        var fields = string.Join(", ", schema.FieldNames.Select(field => SqlText.Identifier(field) + " varchar"));
        Database.Execute($"create table {Table} ({FileColumn} integer, {RowColumn} bigint, {fields})");
    }

    public SourceDefinition Source { get; }

    public ProjectFolder Project { get; }

    public DatasetSchema Schema { get; }

    public IReadOnlyList<LandedBody> Bodies { get; }

    /// <summary>Those of <see cref="Bodies"/> that are to be read: all but the ones whose rows stand already.</summary>
    public IReadOnlyList<LandedBody> ToRead { get; }

    public string Folder { get; }

    public WorkDatabase Database { get; }

    public ProblemLog Problems { get; }

    /// <summary>False: rows are staged as texts in any case. Corrections need them, since they change cells.</summary>
    public bool MayBeDirect { get; init; } = true;

    /// <summary>The rows as the lake takes them, when nothing was wrong with any; null: they stand in <see cref="Table"/> as texts.</summary>
    public ParquetPart? Direct { get; set; }

    /// <summary>What the readers of the figures should know; goes into the data package.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>What whoever runs the ingestion should know; goes into the data package too.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    public void Note(string note)
    {
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }
    }

    public void Warn(string warning)
    {
        warnings.Add(warning);
        Note(warning);
    }

    /// <summary>Appends rows; cells in the order of the schema's fields, blanks as null. To begin is dear: once a retrieval, not once a body.</summary>
    public void Append(IEnumerable<(LandedBody Body, long Row, IReadOnlyList<string?> Cells)> rows) =>
        Database.AppendNumberedText(Table, rows.Select(row => (FileOf(row.Body), row.Row, row.Cells)));

    /// <summary>Inserts rows by SQL.</summary>
    /// <param name="cells">SQL by field; fields without one are null.</param>
    /// <param name="from">What follows FROM, with the files and rows of <see cref="GatheredRows"/>.</param>
    public void Insert(IReadOnlyDictionary<string, string> cells, string from)
    {
        var values = string.Join(", ", Schema.FieldNames.Select(field => cells.GetValueOrDefault(field, "null")));
        Database.Execute($"insert into {Table} select {GatheredRows.FileColumn}, {GatheredRows.RowColumn}, {values} from {from}");
    }

    /// <summary>What stands for a body in <see cref="FileColumn"/>: the place of the first with the same bytes.</summary>
    public int FileOf(LandedBody body) => places[body.Sha256];

    public void Dispose() => Database.Dispose();
}
