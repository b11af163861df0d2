using System.Data.Common;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Utvardering.Pipeline.Jobs.Store;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>Keeps the lease while a run goes on, keeps what it tells, and stops it when it is asked to or when the lease is another's.</summary>
internal sealed class LeaseKeeper(ClaimedRun run, RunReporter told, RunQueue queue, RunLog log, WorkerOptions options, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource done = new();
    private Task? keeping;

    /// <summary>Ends when the run must stop.</summary>
    public CancellationToken Stop => stop.Token;

    public bool IsLost { get; private set; }

    public bool IsCancelAsked { get; private set; }

    /// <summary>What is asked right before a rename publishes.</summary>
    public WriterFence Fence => new(Confirm);

    public void Begin() => keeping = Task.Run(KeepAsync);

    /// <summary>Stops keeping, after what was told is kept.</summary>
    public async Task EndAsync()
    {
        await done.CancelAsync();
        if (keeping is not null)
        {
            await keeping;
        }

        told.End();
        await KeepToldAsync();
    }

    public void Dispose()
    {
        stop.Dispose();
        done.Dispose();
    }

    private async Task KeepAsync()
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(options.Renew, done.Token);
                var (holds, asked) = await queue.RenewAsync(run, options.Node, options.Hold, CancellationToken.None);
                if (!holds)
                {
                    IsLost = true;
                    await stop.CancelAsync();
                    return;
                }

                if (asked && !IsCancelAsked)
                {
                    IsCancelAsked = true;
                    await stop.CancelAsync();
                }

                await KeepToldAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault))
            {
                // The work goes on. Before it publishes it waits until the store says that the lease still is its own.
                StoreFaults.Away(logger, fault.Message);
            }
        }
    }

    private async Task KeepToldAsync()
    {
        if (told.Take() is not { } news)
        {
            return;
        }

        await log.KeepAsync(run, news, CancellationToken.None);
        told.Kept(news);
    }

    private void Confirm()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (queue.RenewAsync(run, options.Node, options.Hold, CancellationToken.None).GetAwaiter().GetResult().Holds)
                {
                    return;
                }

                IsLost = true;
                throw new LeaseLostException();
            }
            catch (DbException fault) when (StoreFaults.IsAway(fault) && waited.Elapsed < options.StorePatience)
            {
                StoreFaults.Away(logger, fault.Message);
                Thread.Sleep(options.Poll);
            }
        }
    }
}
