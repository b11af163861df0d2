using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Tests.Http;
using Utvardering.Ingestion.Transport;
using Utvardering.Testing;

namespace Utvardering.Ingestion.Tests.RealFiles.EachFile;

/// <summary>One real file, and the ways in for it: the shared folder, an input folder of the test, the replay server of recorded answers.</summary>
internal sealed class RealFile(string file, Web web)
{
    public static readonly string Data = System.IO.Path.Combine(Repository.Shared, "data");

    public Web Web => web;

    public Bench Bench => web.Bench;

    public string Path => System.IO.Path.Combine(Data, file);

    public string Text => File.ReadAllText(Path);

    /// <summary>Takes the shared folder's files in by the source that names them.</summary>
    public async Task<IngestOutcome> FromFolderAsync(string source) =>
        Whole(await Bench.IngestAsync(source, new FolderTransport(Data, Bench.Clock)));

    /// <summary>Takes the file in as if it lay in the input folder under another name.</summary>
    public Task<IngestOutcome> AsAsync(string place, string source)
    {
        Bench.Put(place, File.ReadAllBytes(Path));
        return Bench.IngestAsync(source);
    }

    public Task<IngestOutcome> FromWebAsync(SourceDefinition source) => web.IngestAsync(source);

    /// <summary>What the vintage says to a question; null as ∅.</summary>
    public void Says(IngestOutcome outcome, string select, params string[] expected) => Assert.Equal(expected, Bench.Rows(outcome.Vintage!, select));

    private static IngestOutcome Whole(IngestOutcome outcome)
    {
        Assert.Empty(outcome.Refused);
        return outcome;
    }
}
