using Utvardering.Reporting.Charts;
using Utvardering.Testing;

namespace Utvardering.Reporting.Tests.Made;

/// <summary>The reports of both made-up runs, written once for all tests that read them.</summary>
public sealed class ReportFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    internal ChartWorker Charts { get; } = new();

    /// <summary>The folder of the report on made-up figures.</summary>
    public string Sample => folder["sample/report"];

    /// <summary>The folder of the report on published figures.</summary>
    public string Real => folder["real/report"];

    public async Task InitializeAsync()
    {
        await WriteAsync(MadeRuns.Sample(), "sample");
        await WriteAsync(MadeRuns.Real(), "real");
    }

    public async Task DisposeAsync() => await Charts.DisposeAsync();

    public void Dispose() => folder.Dispose();

    /// <summary>A page's text, <c>report.html</c> or <c>report.en.html</c>.</summary>
    internal static string Page(string report, string name = "report.html") => File.ReadAllText(Path.Combine(report, name));

    private async Task WriteAsync(MadeRun run, string name)
    {
        var released = run.Release(folder, name);
        var report = Directory.CreateDirectory(folder[$"{name}/report"]).FullName;
        await ReportWriter.WriteAsync(released, report, Charts);
    }
}
