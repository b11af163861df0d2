using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Utvardering.Pipeline.Jobs;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Portal.Hosting;

/// <summary>A node with its pages: scheduler, worker, inbox and a small web host on 127.0.0.1.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly JobDatabase database;
    private readonly NodeHold? hold;
    private bool isStopped;

    private PortalHost(WebApplication application, JobDatabase database, NodeHold? hold)
    {
        this.application = application;
        this.database = database;
        this.hold = hold;
    }

    /// <summary>Where the pages are.</summary>
    public Uri Address => new(application.Urls.Single());

    /// <summary>The parts of the node, for tests that look into it.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>Starts the node.</summary>
    /// <exception cref="Warehouse.InputException">The store can't be used, or another process serves the data root.</exception>
    public static async Task<PortalHost> StartAsync(PortalOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var data = options.Node.Run.Data;
        // Several machines share a data root by the lease alone; on one machine the lock says that no earlier process lives.
        var hold = options.Store == "sqlite" ? NodeHold.Take(data) : null;
        JobDatabase? database = null;
        try
        {
            database = await JobStore.OpenAsync(options.Store, data, cancellationToken);
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.Node.Project.Root });
            builder.Logging.ClearProviders();
            Logs.Add(builder.Logging, data);
            Telemetry.Add(builder.Services, options.Node.Worker.Node);
            builder.WebHost.UseKestrel(PortalPages.Limit).UseUrls($"http://127.0.0.1:{options.Port}");
            builder.Services.AddJobs(database, options.Node, clock);
            if (options.Jobs is { } jobs)
            {
                builder.Services.AddSingleton(jobs);
            }

            PortalPages.Add(builder.Services, data);
            var application = builder.Build();
            Health.Map(application);
            PortalPages.Map(application);
            if (hold is not null)
            {
                await application.Services.GetRequiredService<RunQueue>().FreeLeaseAsync(cancellationToken);
            }

            await application.StartAsync(cancellationToken);
            return new(application, database, hold);
        }
        catch
        {
            if (database is not null)
            {
                await database.DisposeAsync();
            }

            hold?.Dispose();
            throw;
        }
    }

    /// <summary>Serves until it is told to stop (Ctrl+C, SIGTERM, or the token).</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var stopping = new TaskCompletionSource();
        await using var asked = cancellationToken.Register(() => stopping.TrySetResult());
        await using var stopped = application.Lifetime.ApplicationStopping.Register(() => stopping.TrySetResult());
        await stopping.Task;
        await StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await application.DisposeAsync();
        await database.DisposeAsync();
        hold?.Dispose();
    }

    // To dispose of a host does not wait for what works in it.
    private async Task StopAsync()
    {
        if (!isStopped)
        {
            isStopped = true;
            await application.StopAsync(CancellationToken.None);
        }
    }
}
