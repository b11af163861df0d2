using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Jobs.Tests.Store;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.States;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Testing;

namespace Utvardering.Jobs.Tests.Scheduling;

/// <summary>The real scheduler on a real SQLite store and a clock of the test's: a year passes in less than a minute.</summary>
public sealed class SimulatedYearTests(Stores stores) : IClassFixture<Stores>
{
    private const int LeapYear = 2028;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Through_a_leap_year_and_both_clock_changes_each_schedule_fires_at_its_times_and_at_no_other()
    {
        var schedules = SourceReader.ReadAll(new ProjectFolder(Repository.Root)).Select(source => source.Schedule).OfType<string>().Distinct()
            // The hour that is left out in spring and comes twice in autumn, and the day that is there every fourth year.
            .Concat(["0 30 2 * * ?", "0 0 12 29 2 ?"])
            // What fires several times an hour would only make the year longer: a week of it says the same.
            .Where(cron => NaiveCron.In(cron, LeapYear).Take(1_000).Count() < 1_000)
            .Select((cron, i) => Stores.Job(string.Create(CultureInfo.InvariantCulture, $"job{i}")) with { Schedule = cron })
            .ToArray();
        var expected = schedules.SelectMany(job => NaiveCron.In(job.Schedule!, LeapYear).Select(time => (Time: time, Job: job.Name))).Order().ToList();
        var clock = new FakeTimeProvider(new DateTimeOffset(LeapYear - 1, 12, 31, 23, 0, 0, TimeSpan.Zero));
        await using var node = await Node.StartAsync(await stores.NewAsync("sqlite"), clock, schedules);

        var fired = new List<(DateTimeOffset Time, string Job)>();
        foreach (var moment in expected.GroupBy(fire => fire.Time))
        {
            clock.SetUtcNow(moment.Key.AddMinutes(-1));
            Assert.Empty(await node.TakeAsync(0));
            clock.SetUtcNow(moment.Key);
            fired.AddRange(await node.TakeAsync(moment.Count()));
        }

        Assert.Equal(expected.Select(fire => $"{fire.Job} {fire.Time:u}"), fired.Order().Select(fire => $"{fire.Job} {fire.Time:u}"));
        var spring = expected.Where(fire => fire.Job == schedules.Single(job => job.Schedule == "0 30 2 * * ?").Name).Select(fire => fire.Time).ToList();
        Assert.Equal(366, spring.Count);
        Assert.Contains(new DateTimeOffset(LeapYear, 3, 26, 1, 0, 0, TimeSpan.Zero), spring);
        Assert.Contains(new DateTimeOffset(LeapYear, 10, 29, 0, 30, 0, TimeSpan.Zero), spring);
    }

    [Fact]
    public async Task What_was_missed_while_the_program_was_down_is_made_good_once()
    {
        var database = await stores.NewAsync("sqlite");
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var job = Stores.Job("daily") with { Schedule = "0 15 4 * * ?" };
        await using (var node = await Node.StartAsync(database, clock, job))
        {
            clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 3, 15, 0, TimeSpan.Zero));
            Assert.Single(await node.TakeAsync(1));
        }

        clock.SetUtcNow(new DateTimeOffset(2027, 1, 8, 12, 0, 0, TimeSpan.Zero));
        await using (var node = await Node.StartAsync(database, clock, job))
        {
            Assert.Single(await node.TakeAsync(1));
            Assert.Equal(RunCause.Missed, (await node.Log.NewestAsync("daily", 1, None))[0].Cause);
            clock.SetUtcNow(new DateTimeOffset(2027, 1, 9, 3, 15, 0, TimeSpan.Zero));
            Assert.Single(await node.TakeAsync(1));
            Assert.Equal(RunCause.Schedule, (await node.Log.NewestAsync("daily", 1, None))[0].Cause);
        }
    }

    [Fact]
    public async Task A_changed_schedule_counts_and_one_that_is_gone_or_broken_fires_no_more()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        Job[] jobs = [Stores.Job("a") with { Schedule = "0 15 4 * * ?" }, Stores.Job("b") with { Schedule = "0 15 4 * * ?" }, Stores.Job("c") with { Schedule = "0 15 4 * * ?" }];
        await using var node = await Node.StartAsync(await stores.NewAsync("sqlite"), clock, jobs);

        (jobs[0], jobs[1]) = (jobs[0] with { Schedule = "0 0 6 * * ?" }, jobs[1] with { Schedule = null, Fault = new Utvardering.Warehouse.InputException("line 3") });
        await node.Scheduler.AgreeAsync(None);
        clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 3, 15, 0, TimeSpan.Zero));
        Assert.Equal("c", Assert.Single(await node.TakeAsync(1)).Job);
        clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 5, 0, 0, TimeSpan.Zero));
        Assert.Equal("a", Assert.Single(await node.TakeAsync(1)).Job);
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly ServiceProvider services;
        private readonly FakeTimeProvider clock;
        private readonly RunQueue queue;

        private Node(ServiceProvider services, FakeTimeProvider clock, RunQueue queue, RunLog log, JobScheduler scheduler)
            => (this.services, this.clock, this.queue, Log, Scheduler) = (services, clock, queue, log, scheduler);

        public RunLog Log { get; }

        public JobScheduler Scheduler { get; }

        public static async Task<Node> StartAsync(JobDatabase database, FakeTimeProvider clock, params Job[] jobs)
        {
            var (queue, catalog) = (new RunQueue(database, clock), new JobCatalog(() => jobs));
            var services = new ServiceCollection();
            services.AddLogging(logging => logging.ClearProviders());
            services.AddSingleton(queue).AddSingleton(catalog).AddSingleton<TimeProvider>(clock);
            JobScheduler.Register(services, database, "node", TimeSpan.FromHours(1), clock);
            var provider = services.BuildServiceProvider();
            var factory = provider.GetRequiredService<ISchedulerFactory>();
            var scheduler = provider.GetRequiredService<JobScheduler>();
            await scheduler.AgreeAsync(None);
            await (await factory.GetScheduler(None)).Start(None);
            return new(provider, clock, queue, new(database), scheduler);
        }

        /// <summary>Waits until as many runs are asked for, ends them, and gives what asked for them: the time that the clock shows.</summary>
        public async Task<List<(DateTimeOffset Time, string Job)>> TakeAsync(int count)
        {
            var open = await Log.OpenAsync(None);
            for (var waited = 0; open.Count < count && waited < 2_000; waited++)
            {
                // The scheduler's own waits are by the clock: a moment lets it look again.
                clock.Advance(TimeSpan.FromMilliseconds(1));
                await Task.Delay(1, None);
                open = await Log.OpenAsync(None);
            }

            for (var i = 0; i < open.Count; i++)
            {
                await queue.EndAsync((await queue.ClaimAsync("test", TimeSpan.FromMinutes(1), 3, None))!, RunState.Succeeded, new(), null, null, None);
            }

            return [.. open.Select(run => (new DateTimeOffset(run.Queued.Ticks - (run.Queued.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero), run.Job))];
        }

        public async ValueTask DisposeAsync()
        {
            await (await services.GetRequiredService<ISchedulerFactory>().GetScheduler(None)).Shutdown(waitForJobsToComplete: true, None);
            await services.DisposeAsync();
        }
    }
}
