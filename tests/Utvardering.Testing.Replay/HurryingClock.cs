namespace Utvardering.Testing.Replay;

/// <summary>
/// A clock on which short waits pass at once, moving the time on, and long ones (time-outs) stand until the test moves the time itself.
/// Tests of waiting take no time and know how long was waited.
/// </summary>
/// <param name="longest">Waits up to this pass at once.</param>
public sealed class HurryingClock(DateTimeOffset start, TimeSpan longest) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<Alarm> pending = [];
    private readonly List<TimeSpan> waits = [];
    private TimeSpan passed;

    /// <summary>The waits that passed at once, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (guard)
            {
                return [.. waits];
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            return start + passed;
        }
    }

    public override long GetTimestamp()
    {
        lock (guard)
        {
            return passed.Ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves the time on and rings what is due.</summary>
    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (guard)
        {
            passed += by;
            due = [.. pending.Where(alarm => alarm.Due <= passed)];
            pending.RemoveAll(due.Contains);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(HurryingClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                Dispose();
                return true;
            }

            lock (clock.guard)
            {
                Due = clock.passed + dueTime;
                clock.pending.Add(this);
                if (dueTime <= clock.HurriedUpTo)
                {
                    clock.waits.Add(dueTime);
                }
            }

            if (dueTime <= clock.HurriedUpTo)
            {
                clock.Advance(dueTime);
            }

            return true;
        }

        // Not on the caller's thread: who makes a timer does not expect it to ring before it is made.
        public void Ring() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public void Dispose()
        {
            lock (clock.guard)
            {
                clock.pending.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private TimeSpan HurriedUpTo => longest;
}
