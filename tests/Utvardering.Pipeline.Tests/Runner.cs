using Utvardering.Ingestion;
using Utvardering.Pipeline.Runs;
using Utvardering.Testing;

namespace Utvardering.Pipeline.Tests;

/// <summary>Runs the repository's own profiles, and finds what a run left.</summary>
internal static class Runner
{
    public static readonly ProjectFolder Project = new(Repository.Root);

    public static Task<RunOutcome> SampleAsync(string data, DateOnly? asOf = null)
        => new PipelineRun(Project, TimeProvider.System).RunAsync(new RunOptions("sample", null, data, asOf), null, CancellationToken.None);

    public static Task<RunOutcome> RealFilesAsync(string data, DateOnly? placeboStart = null)
        => new PipelineRun(Project, TimeProvider.System).RunAsync(
            new RunOptions("real-files", Path.Combine(Repository.Shared, "data"), data, null) { PlaceboStart = placeboStart }, null, CancellationToken.None);

    public static string Folder(string data, RunOutcome run, string part) => Path.Combine(data, "runs", run.RunId, part);

    /// <summary>Relative path and bytes of every file in a folder.</summary>
    public static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes),
        StringComparer.Ordinal);
}
