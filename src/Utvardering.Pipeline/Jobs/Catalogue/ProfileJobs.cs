using Utvardering.Ingestion;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Runs;
using Utvardering.Pipeline.Steps;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Jobs.Catalogue;

/// <summary>The jobs of a profile: each of its sources, and the way from the lake to a draft of the report.</summary>
/// <param name="project">The definitions.</param>
/// <param name="options">The profile, the inbox, the data root.</param>
/// <param name="clock">Of retrievals.</param>
public sealed class ProfileJobs(ProjectFolder project, RunOptions options, TimeProvider clock)
{
    /// <summary>The job that makes a draft: warehouse, evaluation, release and report.</summary>
    public const string Draft = "draft";

    /// <summary>The jobs. A source whose definition has a fault is there with it, and keeps the others from nothing.</summary>
    /// <exception cref="InputException">The profile itself can't be read.</exception>
    public IReadOnlyList<Job> Read()
    {
        var profile = Profile.Load(project.Pipelines, options.Profile);
        return [.. profile.Sources.Select(name => Source(profile, name)), new()
        {
            Name = Draft,
            Title = new("Utkast till rapport: lager, utvärdering, sekretessgranskning och rapport", "Draft of the report: warehouse, evaluation, disclosure control and report"),
            Rank = 1,
            Work = DraftAsync,
        }];
    }

    /// <summary>Whether the inbox is there where files are read, and not given where none are.</summary>
    /// <exception cref="InputException">It is not so, or the profile can't be read.</exception>
    public void CheckInbox() => _ = Transports.Folder(Profile.Load(project.Pipelines, options.Profile), Read().Any(job => job.Files.Count > 0), options.Input, clock);

    private Job Source(Profile profile, string name)
    {
        Task<JobResult> Work(JobContext context, CancellationToken stop) => TakeInAsync(name, context, stop);
        try
        {
            var source = SourceSelection.One(profile, project, name);
            return new() { Name = name, Title = source.Title, Schedule = source.Schedule, Files = profile.Synthetic ? [] : source.Files, Work = Work };
        }
        catch (InputException fault)
        {
            return new() { Name = name, Title = new(name, name), Fault = fault, Work = Work };
        }
    }

    private async Task<JobResult> TakeInAsync(string source, JobContext context, CancellationToken stop)
    {
        var outcome = await new SourceIntake(project, clock).TakeInAsync(options with { Lease = context.Lease }, source, context.Progress, stop);
        foreach (var warning in outcome.Warnings)
        {
            context.Progress.Report(new RunStep("ingest", warning, Done: true) { IsWarning = true });
        }

        var isNew = outcome is { IsNew: true, Vintage: not null };
        return new()
        {
            Counts = new()
            {
                Bytes = outcome.Landed.Sum(body => body.Bytes),
                RowsIn = outcome.Refused.Count > 0 ? null : outcome.RowsAccepted + outcome.DuplicatesDropped,
                RowsAccepted = outcome.RowsAccepted,
                FilesRefused = outcome.Refused.Count,
                VintagesMade = isNew ? 1 : 0,
            },
            Inputs = [.. outcome.Landed.Select(body => new JobFile(body.Origin, body.Sha256))],
            Outputs = isNew ? [new($"{outcome.Dataset}/{outcome.Source}/{outcome.Vintage!.Name}", outcome.Vintage.ReadPackage().ContentHash)] : [],
            Refusal = outcome.Refused.Count > 0
                ? new(FaultKind.RefusedFile, $"{outcome.Refused.Count} file(s) were refused, and the vintage from before stands. What is wrong, row by row, and what to do stands in {outcome.Refused[0].ReportFile}.")
                {
                    ReasonSv = $"{outcome.Refused.Count} {(outcome.Refused.Count == 1 ? "fil" : "filer")} avvisades, och den förra versionen gäller. Vad som är fel, rad för rad, och vad som ska göras står i {outcome.Refused[0].ReportFile}.",
                }
                : null,
            Next = NeedsDraft(isNew, context) ? [Draft] : [],
        };
    }

    /// <summary>Whether what the lake holds has made no draft yet. A run that died between its vintage and this question asks it when it is done again.</summary>
    private bool NeedsDraft(bool isNew, JobContext context)
    {
        var missing = Missing();
        if (missing.Count > 0)
        {
            context.Progress.Report(new RunStep("ingest", $"no draft yet: nothing has been taken in of {string.Join(", ", missing)}", Done: true) { Sv = $"inget utkast än: ingenting har lästs in av {string.Join(", ", missing)}" });
            return false;
        }

        try
        {
            return !new PipelineRun(project, clock).IsMade(options);
        }
        catch (InputException)
        {
            // A definition of another's has a fault. The draft tells of it, once a vintage.
            return isNew;
        }
    }

    private List<string> Missing()
    {
        var profile = Profile.Load(project.Pipelines, options.Profile);
        var lake = new LakeStore(Path.Combine(options.Data, "lake"));
        return [.. profile.Sources.Where(name => !lake.Datasets().Any(dataset => lake.Vintages(dataset, name).Count > 0))];
    }

    private async Task<JobResult> DraftAsync(JobContext context, CancellationToken stop)
    {
        var run = await new PipelineRun(project, clock).RunAsync(options with { TakesIn = false, Input = null, Lease = context.Lease }, context.Progress, stop);
        if (!run.IsNew)
        {
            context.Progress.Report(new RunStep("report", $"nothing is new: the same vintages, pipelines and program gave run {run.RunId} before", Done: true) { Sv = $"inget är nytt: samma versioner, definitioner och program gav körning {run.RunId} förut" });
        }

        var provenance = Provenance.Read(Path.GetDirectoryName(Path.GetDirectoryName(run.Report))!);
        return new()
        {
            Inputs = [.. provenance.Vintages.Select(vintage => new JobFile($"{vintage.Dataset}/{vintage.Source}/{vintage.Name}", vintage.ContentHash))],
            Outputs = run.IsNew ? [new($"runs/{run.RunId}", run.RunId), .. provenance.Files.Where(file => file.Path.StartsWith("report/", StringComparison.Ordinal) && !file.Path[7..].Contains('/', StringComparison.Ordinal)).Select(file => new JobFile(file.Path, file.Sha256))] : [],
        };
    }
}
