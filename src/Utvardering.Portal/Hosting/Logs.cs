using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Utvardering.Portal.Hosting;

/// <summary>The program's log: JSON lines in <c>logs/</c> of the data root, a new file every day and at 20 MB, 31 files kept; each line of a run has its RunId.</summary>
public static class Logs
{
    private const long LargestFile = 20L << 20;
    private const int KeptFiles = 31;

    /// <param name="logging">A host's.</param>
    /// <param name="dataRoot">The data root.</param>
    /// <param name="largest">Bytes of a file, about.</param>
    public static void Add(ILoggingBuilder logging, string dataRoot, long largest = LargestFile)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(dataRoot, "logs", $"{Environment.MachineName}-{Environment.ProcessId}-.jsonl"),
                rollingInterval: RollingInterval.Day,
                fileSizeLimitBytes: largest,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: KeptFiles)
            .CreateLogger();
        logging.AddSerilog(log, dispose: true);
    }
}
