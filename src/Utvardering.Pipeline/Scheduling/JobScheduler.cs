using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Pipeline.Scheduling;

/// <summary>
/// Keeps the scheduler's triggers as the jobs' definitions say, and looks again now and then, so that a mended or changed YAML counts
/// without a restart. A trigger that is as it should be is left alone: it knows which times it has missed.
/// </summary>
public sealed partial class JobScheduler(ISchedulerFactory schedulers, JobCatalog catalog, TimeProvider clock, TimeSpan every, ILogger<JobScheduler> logger) : BackgroundService
{
    private static readonly JobKey Fire = new("fire");

    /// <summary>Registers the scheduler on a store, with one job that asks for runs.</summary>
    /// <param name="services">Also hold the <see cref="RunQueue"/> and the <see cref="JobCatalog"/>.</param>
    /// <param name="database">Where triggers are kept.</param>
    /// <param name="node">This node's name.</param>
    /// <param name="every">How often the jobs' definitions are read again.</param>
    /// <param name="clock">What the scheduler goes by.</param>
    public static void Register(IServiceCollection services, JobDatabase database, string node, TimeSpan every, TimeProvider clock)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "utvardering";
                options.InstanceId = node;
                options.IdleWaitTime = TimeSpan.FromSeconds(5);
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.MisfireThreshold = TimeSpan.FromSeconds(10);
                    options.MisfireHandlerFrequency = TimeSpan.FromSeconds(5);
                });
                if (database.IsShared)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(15);
                    });
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                }

                store.ProvisionSchema();
            });
            quartz.AddJob<FireJob>(job => job.WithIdentity(Fire).StoreDurably(true).RequestRecovery(true));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddSingleton(provider => new JobScheduler(
            provider.GetRequiredService<ISchedulerFactory>(), provider.GetRequiredService<JobCatalog>(), clock, every, provider.GetRequiredService<ILogger<JobScheduler>>()));
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
    }

    /// <summary>Makes the triggers as the jobs say.</summary>
    public async Task AgreeAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var wanted = catalog.ReadAgain().Where(job => job is { Schedule: not null, Fault: null }).ToDictionary(job => job.Name, job => job.Schedule!, StringComparer.Ordinal);
        var present = (await scheduler.QueryTriggers(new TriggerQuery(), cancellationToken)).Items.Select(found => found.Key).ToList();
        foreach (var key in present.Where(key => !wanted.ContainsKey(key.Name)))
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
        }

        foreach (var (name, cron) in wanted)
        {
            var key = new TriggerKey(name);
            var standing = present.Contains(key) ? await scheduler.GetTrigger(key, cancellationToken) as ICronTrigger : null;
            if (standing?.CronExpressionString == cron)
            {
                continue;
            }

            var trigger = TriggerBuilder.Create(clock)
                .ForJob(Fire)
                .WithIdentity(key)
                // All the times missed while the program was down are made good by one run.
                .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(FeedSchedule.Stockholm).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            _ = standing is null
                ? await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken)
                : await scheduler.RescheduleJob(key, trigger, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AgreeAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault) || fault is SchedulerException or Warehouse.InputException)
            {
                Behind(fault.Message);
            }

            await Task.Delay(every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The schedules could not be brought in line with the definitions, and stay as they were until the next look: {Reason}")]
    private partial void Behind(string reason);
}
