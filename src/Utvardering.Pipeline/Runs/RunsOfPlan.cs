using System.Text.Json;

namespace Utvardering.Pipeline.Runs;

/// <summary>The runs of a plan on real figures in a data root: with them its results have been seen.</summary>
public static class RunsOfPlan
{
    /// <summary>The ids of the runs; made-up figures do not count, and a data root that is not there has none.</summary>
    public static IReadOnlyList<string> In(string dataRoot, string plan)
    {
        var runs = Path.Combine(dataRoot, "runs");
        return Directory.Exists(runs)
            ? [.. Directory.EnumerateFiles(runs, "provenance.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Read(file, plan)).OfType<string>()]
            : [];
    }

    private static string? Read(string file, string plan)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = document.RootElement;
        return root.GetProperty("plan").GetString() == plan && root.GetProperty("mark").ValueKind == JsonValueKind.Null ? root.GetProperty("runId").GetString() : null;
    }
}
