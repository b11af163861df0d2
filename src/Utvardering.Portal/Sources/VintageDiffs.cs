using System.Collections.Concurrent;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;
using Utvardering.Warehouse.Vintages;

namespace Utvardering.Portal.Sources;

/// <summary>What vintages changed against the ones before them. A vintage never changes, so each is counted once; one at a time, since jobs run beside it.</summary>
internal sealed class VintageDiffs : IDisposable
{
    // A page is shown without what takes longer; the next has it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<(string Folder, string Before), Lazy<Task<Revisions>>> known = [];
    private readonly SemaphoreSlim one = new(1);

    /// <param name="lake">The lake.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="source">The source whose newest vintage is meant.</param>
    public async Task<Revisions> OfNewestAsync(LakeStore lake, string dataset, string source)
    {
        if (lake.Vintages(dataset, source) is not [.., var before, var newest])
        {
            return new(RevisionState.Nothing, null);
        }

        var key = (newest.Folder, before.Name.ToString());
        var counting = known.GetOrAdd(key, _ => new(() => Task.Run(() => CountAsync(before, newest)))).Value;
        try
        {
            return await counting.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return new(RevisionState.Counting, null);
        }
        catch (Exception fault) when (fault is IOException or System.Data.Common.DbException)
        {
            // A file that can't be read now may be later.
            known.TryRemove(key, out _);
            return new(RevisionState.Incomparable, null);
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Revisions> CountAsync(Vintage before, Vintage newest)
    {
        await one.WaitAsync();
        try
        {
            using var comparison = new VintageComparison(before, newest);
            return new(RevisionState.Known, comparison.Diff(largest: 0));
        }
        catch (InputException)
        {
            return new(RevisionState.Incomparable, null);
        }
        finally
        {
            one.Release();
        }
    }
}
