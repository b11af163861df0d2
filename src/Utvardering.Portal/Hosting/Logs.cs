using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Utvardering.Portal.Hosting;

/// <summary>The program's log: JSON lines in <c>logs/</c> of the data root, a new file every day and at 20 MB, 31 files kept; each line of a run has its RunId.</summary>
internal static class Logs
{
    private const long LargestFile = 20L << 20;
    private const int KeptFiles = 31;

    public static void Add(ILoggingBuilder logging, string dataRoot)
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
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: KeptFiles)
            .CreateLogger();
        logging.AddSerilog(log, dispose: true);
    }
}
