using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Utvardering.Pipeline.Jobs.Accounts;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Inbox;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Pipeline.Scheduling;

namespace Utvardering.Pipeline.Jobs;

/// <summary>Puts together what a node is made of: store, queue, log, scheduler, worker and inbox.</summary>
public static class JobServices
{
    /// <param name="services">A host's.</param>
    /// <param name="database">The store, opened; the caller's.</param>
    /// <param name="options">What the node is given.</param>
    /// <param name="clock">Of schedules, retries and retrievals.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, JobDatabase database, NodeOptions options, TimeProvider clock)
    {
        services.AddSingleton(database);
        services.AddSingleton(clock);
        services.AddSingleton(options);
        services.AddSingleton(options.Worker);
        services.AddSingleton(new JobCatalog(new ProfileJobs(options.Project, options.Run, clock).Read));
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunLog>();
        services.AddSingleton<Operators>();
        services.AddSingleton<JobWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        JobScheduler.Register(services, database, options.Worker.Node, options.Definitions, clock);
        services.AddHostedService(provider => new InboxWatch(
            options.Run.Input, provider.GetRequiredService<JobCatalog>(), provider.GetRequiredService<RunQueue>(), options.Inbox, provider.GetRequiredService<ILogger<InboxWatch>>()));
        // The worker hands its step back within its limit; the rest of the time is for the log and the web.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Worker.StopLimit + TimeSpan.FromSeconds(10));
        return services;
    }
}
