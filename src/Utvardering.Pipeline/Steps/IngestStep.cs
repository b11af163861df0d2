using System.Globalization;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Steps;

/// <summary>Takes in every source and chooses the vintages that the run reads.</summary>
internal static class IngestStep
{
    public static async Task<IReadOnlyList<IngestOutcome>> IngestAsync(
        Ingestor ingestor, IReadOnlyList<SourceDefinition> sources, Func<SourceDefinition, ISourceTransport> transport, DataRoot root, IProgress<RunStep>? progress, CancellationToken cancellationToken)
    {
        var outcomes = new List<IngestOutcome>();
        foreach (var source in sources)
        {
            progress?.Report(new RunStep("ingest", source.Title.En, Done: false) { Sv = source.Title.Sv });
            var outcome = await IngestAsync(ingestor, source, transport(source), root, progress, cancellationToken);
            outcomes.Add(outcome);
            progress?.Report(Told(source, outcome));
        }

        return outcomes;
    }

    /// <summary>Reads bodies anew where definitions or program have changed since.</summary>
    public static Ingestor Ingestor(ProjectFolder project, TimeProvider clock, DataRoot root) => new(
        project,
        $"{FolderHash.Of(project.Pipelines)} {FolderHash.Of(Path.Combine(project.Root, "data-schema"))} {ProgramVersion.Current}",
        clock,
        fence: root.Fence);

    /// <summary>A source that gives no answer does not keep the run from the others, nor from its own figures of an earlier day.</summary>
    /// <exception cref="SourceException">The lake has nothing of it from before.</exception>
    private static async Task<IngestOutcome> IngestAsync(
        Ingestor ingestor, SourceDefinition source, ISourceTransport transport, DataRoot root, IProgress<RunStep>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await ingestor.IngestAsync(source, transport, root.Path, new Asked(progress), cancellationToken);
        }
        catch (SourceException fault) when (new LakeStore(root.Lake).Vintages(source.Dataset, source.Source) is [.., var standing])
        {
            return IngestOutcome.OfFailure(source, standing, fault);
        }
    }

    /// <summary>The newest vintage of every source by the end of the day.</summary>
    /// <exception cref="InputException">A source has none: with what was refused, where the report on it lies.</exception>
    public static IReadOnlyList<Vintage> Choose(
        IReadOnlyList<SourceDefinition> sources, LakeStore lake, DateOnly asOf, IReadOnlyList<IngestOutcome> outcomes)
        => [.. sources.Select(source => lake.NewestAsOf(source.Dataset, source.Source, asOf) ?? throw None(source, lake, asOf, outcomes))];

    private static InputException None(SourceDefinition source, LakeStore lake, DateOnly asOf, IReadOnlyList<IngestOutcome> outcomes)
    {
        var refused = outcomes.Where(outcome => outcome.Source == source.Source).SelectMany(outcome => outcome.Refused).ToList();
        if (refused.Count > 0)
        {
            return new InputException($"Nothing of {source.Source} could be taken in: {refused.Count} file(s) were refused. What is wrong, row by row, and what to do stands in {refused[0].ReportFile}.");
        }

        var oldest = lake.Vintages(source.Dataset, source.Source) is [var first, ..] ? first : null;
        return new InputException(oldest is null
            ? $"The lake holds nothing of {source.Source}. Run without --as-of to take it in first."
            : string.Create(CultureInfo.InvariantCulture, $"The lake holds nothing of {source.Source} as of {asOf:yyyy-MM-dd}; its oldest vintage was taken in {oldest.Name.Retrieved:yyyy-MM-dd}. Give a later --as-of."));
    }

    /// <summary>What came of a source's retrieval.</summary>
    public static RunStep Told(SourceDefinition source, IngestOutcome outcome)
    {
        var (sv, en) = Words(outcome);
        return new("ingest", $"{source.Title.En}: {en}", Done: true) { Sv = $"{source.Title.Sv}: {sv}" };
    }

    private static (string Sv, string En) Words(IngestOutcome outcome) => outcome switch
    {
        { Failure: { } fault } => ($"HÄMTADES INTE, version {Vintage(outcome)} gäller. {fault.Message}", $"NOT FETCHED, vintage {Vintage(outcome)} stands. {fault.Message}"),
        // What the gate did with a file comes first among the warnings.
        { Refused: [var first, ..] } when outcome.Refused.Any(file => file.PersonalData is not null) =>
            ($"{outcome.Refused.Count} fil(er) AVVISADES, se {first.ReportFile}. {outcome.Warnings[0]}", $"REFUSED {outcome.Refused.Count} file(s), see {first.ReportFile}. {outcome.Warnings[0]}"),
        { Refused: [var first, ..] } => ($"{outcome.Refused.Count} fil(er) AVVISADES, se {first.ReportFile}", $"REFUSED {outcome.Refused.Count} file(s), see {first.ReportFile}"),
        { UnchangedSince: { } state } => ($"oförändrad sedan {state}, version {Vintage(outcome)} gäller", $"unchanged since {state}, vintage {Vintage(outcome)} stands"),
        { IsNew: true } => (
            string.Create(CultureInfo.InvariantCulture, $"{outcome.RowsAccepted} rader, ny version {Vintage(outcome)}"),
            string.Create(CultureInfo.InvariantCulture, $"{outcome.RowsAccepted} rows, new vintage {Vintage(outcome)}")),
        { Vintage: null } => ("ingenting har kommit än", "nothing has come yet"),
        _ => ($"inget nytt, version {Vintage(outcome)} gäller", $"nothing new, vintage {Vintage(outcome)}"),
    };

    private static string Vintage(IngestOutcome outcome) => outcome.Vintage!.Name.ContentPrefix;

    /// <summary>Tells what the ingestor does as part of the step.</summary>
    public sealed class Asked(IProgress<RunStep>? progress) : IProgress<string>
    {
        public void Report(string value) => progress?.Report(new RunStep("ingest", value, Done: false));
    }
}
