using System.Diagnostics;
using System.Globalization;

namespace Utvardering.Warehouse.Faults;

/// <summary>
/// A device of the tests: a place where the process dies by SIGKILL as if the power had gone, when the environment says so.
/// <c>UTVARDERING_FAULT=lake:part-written</c> kills at the first time the place is reached, <c>UTVARDERING_FAULT=lake:part-written:3</c>
/// at the third. <c>stop:</c> before the place stops the process there by SIGSTOP, as if its machine had stalled, until someone sends SIGCONT.
/// Unset, as in every real run, a place costs the reading of one field.
/// </summary>
/// <remarks>
/// Nothing is caught, flushed or closed on the way: what is on the disk then is what a crash leaves. Only the page cache survives,
/// so what fsync is for is not shown by it.
/// </remarks>
public static class FaultPoint
{
    /// <summary>The environment variable that arms one place.</summary>
    public const string Variable = "UTVARDERING_FAULT";

    private const string Stop = "stop:";

    private static readonly (string Place, int Nth, bool Stops)? Armed = Read(Environment.GetEnvironmentVariable(Variable));
    private static int reached;

    /// <param name="place">One of <see cref="FaultPlaces"/>.</param>
    public static void Reach(string place)
    {
        if (Armed is { } armed && armed.Place == place && Interlocked.Increment(ref reached) == armed.Nth)
        {
            if (armed.Stops)
            {
                Signals.StopThisProcess();
                return;
            }

            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    /// <returns>Null when nothing is asked for.</returns>
    /// <exception cref="ArgumentException">The variable names no place: a test that trips nothing would pass for the wrong reason.</exception>
    internal static (string Place, int Nth, bool Stops)? Read(string? setting)
    {
        if (string.IsNullOrEmpty(setting))
        {
            return null;
        }

        var stops = setting.StartsWith(Stop, StringComparison.Ordinal);
        var named = stops ? setting[Stop.Length..] : setting;
        var last = named.LastIndexOf(':');
        var (place, nth) = last > 0 && int.TryParse(named[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (named[..last], number)
            : (named, 1);
        return FaultPlaces.All.Contains(place) && nth > 0
            ? (place, nth, stops)
            : throw new ArgumentException($"{Variable} is '{setting}', and there is no such place. Places: {string.Join(", ", FaultPlaces.All)}, each with :n for the nth time.");
    }
}
