using Utvardering.Ingestion.Sources;

namespace Utvardering.Ingestion.Transport.Http;

/// <summary>
/// Lets calls to one host through no faster than all its limits allow. It remembers when the last calls went: in no window of a limit's
/// length are there more than the limit says, which a bucket that fills up again would not keep.
/// </summary>
/// <remarks>Shared by all sources on the host. Safe for use by several threads.</remarks>
internal sealed class RateGate(TimeProvider clock)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly Lock guard = new();
    private readonly long start = clock.GetTimestamp();
    private readonly List<CallRate> rates = [];
    private readonly List<TimeSpan> calls = [];
    private TimeSpan closedUntil;

    private TimeSpan Now => clock.GetElapsedTime(start);

    /// <summary>A limit to keep from now on, beside those that stand.</summary>
    public void Heed(CallRate rate)
    {
        lock (guard)
        {
            if (!rates.Contains(rate))
            {
                rates.Add(rate);
            }
        }
    }

    /// <summary>Nobody goes through before.</summary>
    public void Close(DateTimeOffset until)
    {
        lock (guard)
        {
            var time = Now + (until - clock.GetUtcNow());
            closedUntil = time > closedUntil ? time : closedUntil;
        }
    }

    /// <summary>Waits for a turn and takes it.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        while (TakeTurn() is { } wait)
        {
            await Task.Delay(wait < ShortestWait ? ShortestWait : wait, clock, cancellationToken);
        }
    }

    /// <returns>Null when the turn was taken, else how long it takes until there may be one.</returns>
    private TimeSpan? TakeTurn()
    {
        lock (guard)
        {
            var now = Now;
            var free = rates.Where(rate => calls.Count >= rate.Calls).Select(rate => calls[^rate.Calls] + rate.Window).Append(closedUntil).Max();
            if (free > now)
            {
                return free - now;
            }

            var most = rates.Select(rate => rate.Calls).DefaultIfEmpty(0).Max();
            if (calls.Count >= 2 * most)
            {
                calls.RemoveRange(0, calls.Count - most);
            }

            calls.Add(now);
            return null;
        }
    }
}
