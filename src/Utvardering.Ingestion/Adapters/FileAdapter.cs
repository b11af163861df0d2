using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>A source that is files.</summary>
internal abstract class FileAdapter : ISourceAdapter
{
    public abstract string Name { get; }

    public bool ReadsFiles => true;

    public abstract IReadOnlyList<string> Datasets { get; }

    public abstract AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields);

    /// <exception cref="InputException">A published source has no file.</exception>
    public Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken)
    {
        var bodies = fetching.TakeFiles();
        return bodies.Count > 0 || fetching.Source.Origin == SourceOrigin.Delivered
            ? Task.FromResult(bodies)
            : throw new InputException($"Source {fetching.Source.Source}: the input folder has no file that matches {fetching.Source.Asked}. Put the file there, or take the source out of the profile's file in pipelines/profiles.");
    }

    public void Stage(StagedRows staged)
    {
        TextMacros.Create(staged.Database);
        Stage(staged, [.. staged.Bodies.DistinctBy(body => body.Sha256)]);
    }

    /// <param name="bodies">The files, each once.</param>
    protected abstract void Stage(StagedRows staged, IReadOnlyList<LandedBody> bodies);
}
