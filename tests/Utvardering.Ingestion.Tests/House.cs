using System.Text;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Ingestion.Tests;

/// <summary>A copy of the repository's definitions that a test may change, with one tidy source of its own, an input folder and a data root.</summary>
internal sealed class House : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <param name="dataset">The dataset of the source <c>t</c>, whose file has the dataset's own column names.</param>
    /// <param name="columns">The columns of the file.</param>
    public House(string dataset, params string[] columns)
    {
        foreach (var top in new[] { "pipelines/registry", "data-schema" })
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, top), "*", SearchOption.AllDirectories))
            {
                var copy = folder["house/" + Path.GetRelativePath(Repository.Root, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        Project = new(folder["house"]);
        Put("pipelines/sources/t.yaml", $$"""
            source: t
            title: {sv: T, en: T}
            adapter: tidy-csv
            dataset: {{dataset}}
            origin: published
            files: [in.csv]
            encoding: utf-8
            columns: {{{string.Join(", ", columns.Select(column => $"{column}: {{from: {column}}}"))}}}
            attribution: {sv: T, en: T}
            licence: Free to use with the source named

            """);
    }

    public ProjectFolder Project { get; }

    public FixedClock Clock { get; } = FixedClock.At(2024, 6, 1);

    public string DataRoot => folder["data"];

    public LakeStore Lake => new(Path.Combine(DataRoot, "lake"));

    public SourceDefinition Source => SourceReader.Read(Project, Path.Combine(Project.Sources, "t.yaml"));

    public string this[string file] => folder["house/" + file];

    public void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
    }

    public void Edit(string file, Func<string, string> edit)
    {
        var text = File.ReadAllText(this[file]);
        Assert.NotEqual(text, edit(text));
        File.WriteAllText(this[file], edit(text));
    }

    /// <summary>Makes <c>t</c> a delivery under a dataset's contract, with the repository's policy for refused ones.</summary>
    public void Deliver(string dataset = "deliveries")
    {
        File.Copy(Path.Combine(Repository.Root, "pipelines", "deliveries.yaml"), this["pipelines/deliveries.yaml"]);
        Put("pipelines/sources/t.yaml", $$"""
            source: t
            title: {sv: T, en: T}
            adapter: delivery
            dataset: {{dataset}}
            origin: delivered
            files: [in.csv]
            attribution: {sv: T, en: T}

            """);
    }

    /// <param name="text">The file's text.</param>
    /// <param name="day">Days after 1 June 2024.</param>
    /// <param name="definitions">As the pipeline gives it to remember what was read; null: always read.</param>
    public Task<IngestOutcome> IngestAsync(string text, int day = 0, string? definitions = null) => IngestAsync(new UTF8Encoding(false).GetBytes(text), day, definitions);

    /// <inheritdoc cref="IngestAsync(string, int, string)"/>
    /// <param name="bytes">The file.</param>
    public Task<IngestOutcome> IngestAsync(byte[] bytes, int day = 0, string? definitions = null)
    {
        Directory.CreateDirectory(folder["input"]);
        File.WriteAllBytes(folder["input/in.csv"], bytes);
        Clock.Time = new DateTimeOffset(2024, 6, 1, 4, 15, 0, TimeSpan.Zero).AddDays(day);
        return new Ingestor(Project, definitions).IngestAsync(Source, new FolderTransport(folder["input"], Clock), DataRoot);
    }

    /// <summary>Cells of a vintage as text, a row a line.</summary>
    public IReadOnlyList<string> Rows(Vintage vintage, string select)
    {
        using var database = new WorkDatabase(folder["spill"]);
        database.Execute($"create view vintage as select * from read_parquet('{vintage.Parts.Single()}')");
        return [.. database.Rows(select).Select(row => string.Join(' ', row.Select(cell => cell ?? "∅")))];
    }

    public void Dispose() => folder.Dispose();
}
