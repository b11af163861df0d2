using System.Globalization;
using System.Text;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests;

/// <summary>One test's data root and input folder, with the repository's own sources and schemas.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Bench()
    {
        Directory.CreateDirectory(folder["input"]);
        Project = new(Repository.Root);
    }

    public ProjectFolder Project { get; }

    public FixedClock Clock { get; } = FixedClock.At(2024, 6, 1);

    /// <summary>The environment that ingestions see: keys for refused deliveries, none at first.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What the ingestor knows definitions and program by; null: it reads every time.</summary>
    public string? Definitions { get; set; }

    public string Input => folder["input"];

    public string DataRoot => folder["data"];

    public LakeStore Lake => new(Path.Combine(DataRoot, "lake"));

    public void Put(string path, string text, Encoding? encoding = null) => Put(path, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public void Put(string path, byte[] bytes)
    {
        var file = Path.Combine(folder["input"], path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public SourceDefinition Source(string name) => SourceReader.Read(Project, Path.Combine(Project.Sources, name + ".yaml"));

    public Task<IngestOutcome> IngestAsync(string source) => IngestAsync(source, new FolderTransport(folder["input"], Clock));

    public Task<IngestOutcome> IngestAsync(string source, ISourceTransport transport) => IngestAsync(Source(source), transport);

    public Task<IngestOutcome> IngestAsync(SourceDefinition source, ISourceTransport transport) => new Ingestor(Project, Definitions, Clock, Variables.GetValueOrDefault).IngestAsync(source, transport, DataRoot);

    /// <summary>Cells of a vintage as DuckDB writes them as text; null as ∅.</summary>
    public IReadOnlyList<string> Rows(Vintage vintage, string select)
    {
        using var database = new WorkDatabase(folder["spill"]);
        database.Execute($"create view vintage as select * from read_parquet('{vintage.Parts.Single()}')");
        return [.. database.Rows(select).Select(row => string.Join(' ', row.Select(cell => Text(cell))))];
    }

    public static string Report(IngestOutcome outcome) => File.ReadAllText(outcome.Refused.Single().ReportFile);

    public void Dispose() => folder.Dispose();

    private static string Text(object? cell) => cell switch
    {
        null => "∅",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
