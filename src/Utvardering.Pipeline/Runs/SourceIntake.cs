using Utvardering.Ingestion;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Pipeline.DataRoots;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Steps;
using Utvardering.SampleData;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Runs;

/// <summary>Takes in one source of a profile, and nothing more: the first step of a run by itself.</summary>
public sealed class SourceIntake(ProjectFolder project, TimeProvider clock)
{
    /// <param name="options">The profile, the input folder, the data root and whose it is.</param>
    /// <param name="name">The source.</param>
    /// <param name="progress">Told what is being asked and read, and what came of it.</param>
    /// <param name="cancellationToken">Stops it; what was landed stays landed.</param>
    /// <exception cref="InputException">The profile, the source's file or what was given can't be used.</exception>
    /// <exception cref="SourceException">The source gave no answer to the question.</exception>
    public async Task<IngestOutcome> TakeInAsync(RunOptions options, string name, IProgress<RunStep>? progress, CancellationToken cancellationToken)
    {
        var profile = Profile.Load(project.Pipelines, options.Profile);
        var source = SourceSelection.One(profile, project, name);
        if (options.Addresses.TryGetValue(name, out var address))
        {
            source = source with { Address = address };
        }

        var world = profile.Synthetic ? SampleWorld.Load(project.Pipelines, options.AsOf ?? SampleWorld.DefaultAsOf(project.Pipelines)) : null;
        using var web = new WebAccess(clock);
        // The inbox is the profile's; a source from the web does not read it.
        var input = world is null && (profile.Bytes == "folder" || source.Address is null) ? options.Input : null;
        var transport = Transports.Of(profile, [source], world, options with { Input = input }, web, clock)(source);
        using var root = DataRoot.Take(options.Data, profile.Id, profile.Mark?.Sv, options.Lease);
        root.Sweep();
        progress?.Report(new RunStep("ingest", source.Title.En, Done: false) { Sv = source.Title.Sv });
        var outcome = await IngestStep.Ingestor(project, clock, root).IngestAsync(source, transport, root.Path, new IngestStep.Asked(progress), cancellationToken);
        progress?.Report(IngestStep.Told(source, outcome));
        return outcome;
    }
}
