using Utvardering.Ingestion.Checks;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Schemas;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Ingestion.Transport;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// SCB's PxWeb API version 1: GET the table's address for its variables, POST questions to the same address. Answers are asked as
/// json-stat2, or as CSV (windows-1252, thousands by non-breaking blanks). The limit of cells stands in the YAML.
/// </summary>
internal sealed class ScbPxWebV1 : ISourceAdapter
{
    private const string Csv = "csv";

    // What SCB has long allowed; the YAML says otherwise where another installation allows less.
    private const long UsualMaxCells = 100_000;

    public string Name => "scb-pxweb-v1";

    public bool ReadsFiles => false;

    public IReadOnlyList<string> Datasets => ["population"];

    public AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields) => PxWebSettings.Read(source["select"], "json-stat2", Csv);

    public async Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var settings = (PxWebSettings)fetching.Source.Settings;
        var address = fetching.Address("/" + settings.Table);
        var (description, metadata) = await fetching.AskAsync(WebRequest.Get(address), cancellationToken);
        var municipalities = CodeList.Municipalities(fetching.Project).Codes.ToHashSet(StringComparer.Ordinal);
        var described = PxWebMetadata.Read(fetching.Source, settings.Table, metadata, PxWebMetadata.OfVersion1);
        var question = PxWebQuestion.Of(fetching.Source, settings, described, municipalities, fetching.Now.Year);
        var bodies = new List<LandedBody>();
        foreach (var part in question.Split(settings.MaxCells ?? UsualMaxCells))
        {
            var request = WebRequest.Post(address, part.ToJsonOfVersion1(settings.Format));
            bodies.Add(settings.Format == Csv ? (await fetching.TakeAsync(request, cancellationToken)).Body : (await fetching.AskAsync(request, cancellationToken)).Body);
        }

        // A CSV answer has texts where the dataset has codes: the table's description is needed to read it.
        return settings.Format == Csv ? [description, .. bodies] : bodies;
    }

    public void Stage(StagedRows staged)
    {
        var settings = (PxWebSettings)staged.Source.Settings;
        var marks = SourceMarks.Of(staged.Project, Name);
        var bodies = staged.Bodies.DistinctBy(body => body.Sha256).ToList();
        if (settings.Format != Csv)
        {
            JsonRows.Stage(staged, bodies, (_, json) => PxWebPopulation.OfJsonStat(staged, json, settings, marks));
            return;
        }

        PxWebMetadata? metadata = null;
        JsonRows.Read(staged, bodies[..1], (_, json) => metadata = PxWebMetadata.OfVersion1(json));
        if (metadata is not null)
        {
            var csv = new PxWebCsv(metadata, settings, marks);
            staged.Append(bodies.Skip(1).SelectMany(body => Rows(staged, body, csv).Select(row => (body, row.Row, row.Cells))));
        }
    }

    private static IReadOnlyList<(long Row, IReadOnlyList<string?> Cells)> Rows(StagedRows staged, LandedBody body, PxWebCsv csv)
    {
        if (CsvReading.Text(staged, body, staged.Source.Encoding ?? TextFileReader.Windows) is not { } text)
        {
            return [];
        }

        try
        {
            return [.. csv.Rows(File.ReadLines(text.Utf8File))];
        }
        catch (FormatException error)
        {
            staged.Problems.Add(body, FileProblems.NotAsExpected(error.Message));
            return [];
        }
    }
}
