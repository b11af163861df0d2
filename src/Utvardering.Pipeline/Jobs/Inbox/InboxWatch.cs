using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Utvardering.Ingestion.Transport;
using Utvardering.Pipeline.Jobs.Catalogue;
using Utvardering.Pipeline.Jobs.Running;
using Utvardering.Pipeline.Jobs.Store;

namespace Utvardering.Pipeline.Jobs.Inbox;

/// <summary>
/// Asks for a job when files that it reads have landed in the inbox folder and no longer grow. It looks again and again and trusts no
/// notices of the file system: shared folders give none.
/// </summary>
/// <param name="folder">The inbox; null: there is none.</param>
/// <param name="catalog">The jobs.</param>
/// <param name="queue">Where jobs are asked for.</param>
/// <param name="every">How often to look.</param>
/// <param name="logger">The program's log.</param>
public sealed partial class InboxWatch(string? folder, JobCatalog catalog, RunQueue queue, TimeSpan every, ILogger<InboxWatch> logger) : BackgroundService
{
    private readonly Dictionary<string, string> before = [];

    /// <summary>Looks once; asks for the jobs whose files are new and have stood still since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return;
        }

        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/'), file.Length, file.LastWriteTimeUtc))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        foreach (var job in catalog.Jobs.Where(job => job is { Files.Count: > 0, Fault: null }))
        {
            var own = files.Where(file => job.Files.Any(pattern => FilePattern.Matches(pattern, file.Path))).ToList();
            var seen = string.Join('\n', own.Select(file => $"{file.Path} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
            var stoodStill = before.TryGetValue(job.Name, out var last) && last == seen;
            before[job.Name] = seen;
            if (own.Count > 0 && stoodStill)
            {
                // The same files ask once, also after the program was started again. A file's name may itself hold personal data: it is not kept.
                await queue.EnqueueAsync(job, RunCause.Inbox, string.Create(CultureInfo.InvariantCulture, $"{own.Count} file(s)"), $"inbox {job.Name} {Hash(seen)}", cancellationToken);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (folder is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.IsAway(fault) || fault is UnauthorizedAccessException)
            {
                NotSeen(fault.Message);
            }

            await Task.Delay(every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The inbox could not be looked into, or the store of jobs does not answer; it is looked into again: {Reason}")]
    private partial void NotSeen(string reason);

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
}
