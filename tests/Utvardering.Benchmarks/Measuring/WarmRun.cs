using System.Diagnostics;

namespace Utvardering.Benchmarks.Measuring;

/// <summary>The least that a piece of work took over several runs in a warm process.</summary>
/// <param name="Processor">Seconds over all threads: two cores give no advantage.</param>
/// <param name="Wall">Seconds that passed.</param>
public readonly record struct WarmRun(double Processor, double Wall)
{
    private const double LeastSeconds = 1;
    private const double LongRun = 15;
    private const int LeastRuns = 3;
    private const int MostRuns = 200;

    /// <summary>Runs once to warm up, then until a second has passed; work that takes longer than fifteen seconds is run once only.</summary>
    public static WarmRun Of(Action work)
    {
        var least = Once(work);
        if (least.Wall > LongRun)
        {
            return least;
        }

        least = new(double.PositiveInfinity, double.PositiveInfinity);
        var all = Stopwatch.StartNew();
        for (var run = 0; run < LeastRuns || (run < MostRuns && all.Elapsed.TotalSeconds < LeastSeconds); run++)
        {
            var one = Once(work);
            least = new(Math.Min(least.Processor, one.Processor), Math.Min(least.Wall, one.Wall));
        }

        return least;
    }

    private static WarmRun Once(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        work();
        return new((Environment.CpuUsage.TotalTime - before).TotalSeconds, watch.Elapsed.TotalSeconds);
    }
}
