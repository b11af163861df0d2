using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Testing.Replay;

namespace Utvardering.Ingestion.Tests.Http;

public sealed class RateGateTests
{
    private readonly HurryingClock clock = new(Web.Start, TimeSpan.FromDays(1));

    [Fact]
    public async Task Polisens_rules_hold_in_every_window()
    {
        var limits = new SourceLimits(null, null, null) { SecondsBetween = 10, RequestsPerHour = 60, RequestsPerDay = 1440 };
        var times = await PassAsync(Gate(limits), 1500);
        foreach (var (calls, window) in new[] { (1, TimeSpan.FromSeconds(10)), (60, TimeSpan.FromHours(1)), (1440, TimeSpan.FromDays(1)) })
        {
            Assert.All(times.Zip(times.Skip(calls)), pair => Assert.True(pair.Second - pair.First >= window));
        }

        // 60 calls an hour, the first 60 ten seconds apart: call 61 begins the second hour.
        Assert.Equal(TimeSpan.FromSeconds(590), times[59]);
        Assert.Equal(TimeSpan.FromHours(1), times[60]);
    }

    [Fact]
    public async Task A_limit_lets_calls_through_at_once_until_it_is_reached()
    {
        var times = await PassAsync(Gate(new SourceLimits(5, null, null)), 12);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2], times.Select(time => time.TotalSeconds));
    }

    [Fact]
    public async Task A_limit_that_is_learnt_on_the_way_counts_the_calls_before_it()
    {
        var gate = new RateGate(clock);
        gate.Heed(new(1, TimeSpan.FromTicks(1)));
        await PassAsync(gate, 1);
        gate.Heed(new(1, TimeSpan.FromSeconds(3)));
        Assert.Equal([TimeSpan.FromSeconds(3)], await PassAsync(gate, 1));
    }

    [Fact]
    public async Task Many_callers_at_once_keep_the_limit_together()
    {
        var gate = Gate(new SourceLimits(5, null, null));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => gate.PassAsync(default))));
        // 40 calls at 5 a second: the last five go after 7 seconds.
        Assert.True(clock.GetUtcNow() - Web.Start >= TimeSpan.FromSeconds(7));
    }

    private RateGate Gate(SourceLimits limits)
    {
        var gate = new RateGate(clock);
        limits.Rates.ToList().ForEach(gate.Heed);
        return gate;
    }

    private async Task<List<TimeSpan>> PassAsync(RateGate gate, int calls)
    {
        var times = new List<TimeSpan>();
        for (var call = 0; call < calls; call++)
        {
            await gate.PassAsync(default);
            times.Add(clock.GetUtcNow() - Web.Start);
        }

        return times;
    }
}
