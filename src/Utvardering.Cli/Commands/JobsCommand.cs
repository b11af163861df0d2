using System.CommandLine;
using Utvardering.Cli.Output;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Runs;
using Utvardering.Warehouse;

namespace Utvardering.Cli.Commands;

/// <summary><c>utvardering jobs [run|show|cancel|retry]</c></summary>
internal static class JobsCommand
{
    public static Command Make()
    {
        var command = Make("jobs", "Shows the jobs: schedule, last and next run, health.", null, async (jobs, _, json, stop) =>
        {
            var all = await JobStatus.AllAsync(jobs.Catalog, jobs.Log, TimeProvider.System.GetUtcNow(), stop);
            JobsOutput.Write(all, json);
        });
        command.Subcommands.Add(Make("run", "Asks for a run of a job; a node that serves takes it.", new Argument<string>("job") { Description = "The job's name: a source, draft, or all (every source)." }, async (jobs, name, json, stop) =>
        {
            foreach (var job in name == "all" ? [.. jobs.Catalog.Jobs.Where(job => job.Rank == 0)] : new[] { jobs.Catalog.Find(name!) })
            {
                JobsOutput.Asked(job.Name, await jobs.Queue.EnqueueAsync(job, RunCause.Person, "command line", null, stop), json);
            }
        }));
        command.Subcommands.Add(Make("show", "Shows a run: its steps, its log, what it read and made.", Run(), async (jobs, id, json, stop) =>
            JobsOutput.Write(await RunReport.OfAsync(jobs.Log, await FindAsync(jobs, id!, stop), stop), json)));
        command.Subcommands.Add(Make("cancel", "Stops a run: one that waits at once, one that goes on by its node.", Run(), async (jobs, id, _, stop) =>
        {
            var run = await FindAsync(jobs, id!, stop);
            Console.WriteLine(await jobs.Queue.CancelAsync(run.RunId, stop)
                ? $"Run {run.RunId} of {run.Job} is being stopped."
                : throw new InputException($"Run {run.RunId} of {run.Job} has ended already."));
        }));
        command.Subcommands.Add(Make("retry", "Does a run again that was parked, interrupted or cancelled, as a run of its own.", Run(), async (jobs, id, json, stop) =>
        {
            var run = await FindAsync(jobs, id!, stop);
            JobsOutput.Asked(run.Job, await jobs.Queue.RetryAsync(run, jobs.Catalog.Find(run.Job), "command line", stop), json);
        }));
        return command;
    }

    private static Argument<string> Run() => new("run") { Description = "The run's id, or the beginning of it." };

    private static Command Make(string verb, string description, Argument<string>? argument, Func<Jobs, string?, bool, CancellationToken, Task> work)
    {
        var (profile, data, store) = (SharedOptions.Profile(), SharedOptions.Data(), SharedOptions.Store());
        var json = new Option<bool>("--json") { Description = "For programs: everything that is known, times in UTC." };
        var command = new Command(verb, description) { profile, data, store, json };
        if (argument is not null)
        {
            command.Arguments.Add(argument);
        }

        command.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(profile)!;
            var options = new RunOptions(name, null, SharedOptions.DataRoot(parsed.GetValue(data), name), null);
            await using var database = await JobStore.OpenAsync(parsed.GetValue(store)!, options.Data, stop);
            var catalog = new JobCatalog(new ProfileJobs(HouseFolder.Find(), options, TimeProvider.System).Read);
            await work(new(catalog, new RunQueue(database, TimeProvider.System), new RunLog(database)), argument is null ? null : parsed.GetValue(argument), parsed.GetValue(json), stop);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<JobRun> FindAsync(Jobs jobs, string id, CancellationToken stop) => await jobs.Log.BeginningWithAsync(id, stop) switch
    {
        [var run] => run,
        [] => throw new InputException($"There is no run '{id}'. 'utvardering jobs' shows the last of each job."),
        var several => throw new InputException($"'{id}' is the beginning of several runs: {string.Join(", ", several.Select(run => run.RunId))}."),
    };

    private sealed record Jobs(JobCatalog Catalog, RunQueue Queue, RunLog Log);
}
