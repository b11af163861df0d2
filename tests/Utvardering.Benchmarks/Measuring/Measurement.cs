using System.Diagnostics;
using System.Text.Json;

namespace Utvardering.Benchmarks.Measuring;

/// <summary>What one piece of work took, in a process of its own.</summary>
/// <param name="Seconds">From the first call to the return of the last, without the start of the process.</param>
/// <param name="CpuSeconds">Processor time of all threads meanwhile, user and system: what others do on the machine disturbs it less.</param>
/// <param name="PeakBytes">The most memory the whole process has held (resident, Linux's VmHWM).</param>
/// <param name="Rows">Rows that came out.</param>
/// <param name="Bytes">Size of the file that came out.</param>
public sealed record Measurement(double Seconds, double CpuSeconds, long PeakBytes, long Rows, long Bytes)
{
    /// <summary>Does the work in this process and prints what it took, for <see cref="InProcessOfItsOwn"/> to read.</summary>
    /// <param name="work">Returns rows and bytes that came out.</param>
    public static async Task PrintAsync(Func<Task<(long Rows, long Bytes)>> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var (rows, bytes) = await work();
        var seconds = watch.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Measurement(seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, self.PeakWorkingSet64, rows, bytes)));
    }

    /// <summary>Runs this program anew with other arguments, whose work calls <see cref="PrintAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The process failed; the message holds what it said.</exception>
    public static Measurement InProcessOfItsOwn(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Started as `dotnet program.dll`, the path is that of dotnet.
        foreach (var argument in Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Measurement).Assembly.Location, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(line)!
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {said.Result}{line}");
    }
}
