using Utvardering.Ingestion.Increments;
using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;

namespace Utvardering.Ingestion.Adapters;

/// <summary>
/// A source's whole retrieval. One that was interrupted goes on where it was; one whose parts do not belong together, because the source
/// changed meanwhile, is begun once more.
/// </summary>
internal sealed class Retrieval
{
    private readonly FetchJournal? journal;
    private readonly AnswerVersions versions;
    private readonly List<LandedBody> landed = [];

    private Retrieval(LandingStore landing, ISourceTransport transport)
    {
        // A made-up world answers differently as soon as its settings change, at the same made-up time.
        journal = transport.Synthetic ? null : new(landing.Folder, transport.Now);
        versions = new(landing.Folder);
    }

    /// <summary>The bodies that rows come from; of changes, those with the changes.</summary>
    public IReadOnlyList<LandedBody> Bodies { get; private set; } = [];

    public IReadOnlyList<LandedBody> Landed => landed;

    public RetrievedParts Parts { get; private set; } = null!;

    /// <param name="standing">The last complete retrieval, to build upon; null: all is asked.</param>
    /// <exception cref="SourceException">The source did not give an answer to the question.</exception>
    public static async Task<Retrieval> RunAsync(
        SourceDefinition source, ProjectFolder project, ISourceTransport transport, LandingStore landing, Standing? standing, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        var retrieval = new Retrieval(landing, transport);
        try
        {
            await retrieval.TryAsync(source, project, transport, landing, standing, progress, cancellationToken);
        }
        catch (SourceException fault) when (fault.Fault == SourceFault.Changed)
        {
            progress?.Report($"{fault.Message} All is asked anew.");
            retrieval.journal?.Clear();
            await retrieval.TryAsync(source, project, transport, landing, standing, progress, cancellationToken);
        }

        return retrieval;
    }

    /// <summary>What was retrieved has been judged: the next retrieval asks everything anew.</summary>
    public void Finish()
    {
        journal?.Clear();
        versions.Save();
    }

    private async Task TryAsync(
        SourceDefinition source, ProjectFolder project, ISourceTransport transport, LandingStore landing, Standing? standing, IProgress<string>? progress,
        CancellationToken cancellationToken)
    {
        var fetching = new Fetching(source, project, transport, landing, versions, journal, standing, progress);
        try
        {
            var bodies = await FetchAsync(source, fetching, cancellationToken);
            Parts = fetching.Building.Parts(fetching.Landed.Select(body => body.Retrieved).DefaultIfEmpty(transport.Now).Min());
            Bodies = Parts is { Kind: RetrievalKind.Changes, Changes: { } changes } ? changes.Bodies : bodies;
        }
        // JSON of another form than the adapter asks its parts by: a text where a list is, a number too large, a text that is none.
        catch (Exception error) when (error is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            journal?.Clear();
            throw new SourceException($"{source.Source} answered in another form than its documentation says: {error.Message} See the last answer in {landing.Folder}.", error);
        }
        catch (SourceException fault) when (fault.Fault is SourceFault.WrongAnswer or SourceFault.Changed)
        {
            // Going on from these answers would only end here again.
            journal?.Clear();
            throw;
        }
    }

    private async Task<IReadOnlyList<LandedBody>> FetchAsync(SourceDefinition source, Fetching fetching, CancellationToken cancellationToken)
    {
        try
        {
            return await AdapterCatalog.Find(source.Adapter).FetchAsync(fetching, cancellationToken);
        }
        finally
        {
            await fetching.SettleAsync();
            landed.AddRange(fetching.Landed);
        }
    }
}
