using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Testing;

namespace Utvardering.Benchmarks.Ingest;

/// <summary>The folder that a measurement works in: the input file, its source's definition and a data root for each run.</summary>
/// <param name="Folder">Full path.</param>
internal sealed record IngestWorkplace(string Folder)
{
    /// <summary>Registry, code lists and schemas are the repository's own.</summary>
    public static ProjectFolder Project { get; } = new(Repository.Root);

    public string Input => Path.Combine(Folder, "input");

    public string File => Path.Combine(Input, "observations.csv");

    public string DataRoot => Path.Combine(Folder, "data");

    public string Copy => Path.Combine(Folder, "copy.parquet");

    public SourceDefinition Source => SourceReader.Read(Project, Path.Combine(Folder, "observations.yaml"));

    /// <summary>Writes the source's definition: the dataset's own columns, nothing declared that can be found out.</summary>
    public void DefineSource()
    {
        Directory.CreateDirectory(Input);
        System.IO.File.WriteAllText(Path.Combine(Folder, "observations.yaml"),
            """
            source: observations
            title: {sv: Mätning, en: Benchmark}
            adapter: tidy-csv
            dataset: indicator_values
            origin: published
            files: [observations.csv]
            columns:
              indicator_code: {from: indicator_code}
              municipality_code: {from: municipality_code}
              year: {from: year}
              sex: {from: sex}
              value: {from: value}
              status: {from: status}
            attribution: {sv: Mätning, en: Benchmark}

            """);
    }
}
