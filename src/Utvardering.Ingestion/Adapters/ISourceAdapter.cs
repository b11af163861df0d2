using Utvardering.Ingestion.Landing;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Staging;
using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Adapters;

/// <summary>How one kind of source is asked, and how its bytes become texts in a dataset's fields. It converts forms; it judges nothing.</summary>
internal interface ISourceAdapter
{
    string Name { get; }

    /// <summary>True: the source has <c>files</c>; false: it has an <c>address</c>.</summary>
    bool ReadsFiles { get; }

    /// <summary>Whether it can ask for what has changed alone: then its sources may have <c>increments</c>.</summary>
    bool KnowsChanges => false;

    /// <summary>The datasets it can make.</summary>
    IReadOnlyList<string> Datasets { get; }

    /// <param name="fields">The fields of the source's dataset.</param>
    AdapterSettings ReadSettings(SettingsNode source, IReadOnlyList<string> fields);

    /// <summary>
    /// Asks all there is to ask and lands every body. Returns the bodies that rows come from; none where it has told the
    /// <paramref name="fetching"/> that there are changes alone, or nothing new.
    /// </summary>
    /// <exception cref="SourceException">The source did not give an answer to the question.</exception>
    Task<IReadOnlyList<LandedBody>> FetchAsync(Fetching fetching, CancellationToken cancellationToken);

    /// <summary>Stages the rows of all bodies, read from the landing. What a value can't be converted from stays as it is, for the check to report.</summary>
    void Stage(StagedRows staged);
}
