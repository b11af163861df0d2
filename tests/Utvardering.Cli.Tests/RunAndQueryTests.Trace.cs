using System.Text.Json;
using Utvardering.Testing;

namespace Utvardering.Cli.Tests;

/// <summary><c>utvardering trace</c></summary>
public sealed partial class RunAndQueryTests
{
    [FactNeeding("node")]
    public async Task Trace_goes_from_a_figure_of_the_report_to_the_landed_files()
    {
        Assert.Contains("effect:fire:vs-bra", await File.ReadAllTextAsync(made.Ended.LastLine["Report: ".Length..].Trim()), StringComparison.Ordinal);

        var ended = await Command.RunAsync("trace", "effect:fire:vs-bra", "--data", made.Data.Path);

        Assert.Equal(0, ended.Code);
        Assert.Contains("EXEMPELDATA", ended.Error, StringComparison.Ordinal);
        var at = 0;
        foreach (var step in new[] { "Figure in effects", "Outcome  pipelines/evaluation/pilot-2024.yaml", "Design", "Indicator bra:reported:1210", "staging.offence_cell.count", "lake.reported_offences.count", "Vintages", "landing/bra-sol/" })
        {
            var found = ended.Output.IndexOf(step, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{step}' does not follow in:\n{ended.Output}");
            at = found;
        }
    }

    [FactNeeding("node")]
    public async Task Trace_gives_json_with_every_file()
    {
        using var json = JsonDocument.Parse((await Command.RunAsync("trace", "event:fire:vs-bra:2023-10", "--json", "--data", made.Data.Path)).Output);

        Assert.Equal(0, json.RootElement.GetProperty("figures")[0].GetProperty("values").GetProperty("estimate").GetDouble());
        Assert.Equal(64, json.RootElement.GetProperty("vintages")[0].GetProperty("landing")[0].GetProperty("sha256").GetString()!.Length);
    }

    [FactNeeding("node")]
    public async Task Trace_tells_what_is_near_an_id_that_is_not_there()
    {
        var ended = await Command.RunAsync("trace", "effect:fire:vs-bro", "--data", made.Data.Path);

        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Contains("Near: effect:fire:vs-bra", ended.Error, StringComparison.Ordinal);
    }
}
