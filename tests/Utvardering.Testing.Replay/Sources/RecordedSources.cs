using System.Text.RegularExpressions;

namespace Utvardering.Testing.Replay.Sources;

/// <summary>Bodies as the real sources gave them, from ../shared/data.</summary>
public static partial class RecordedSources
{
    private static readonly string Data = Path.Combine(Repository.Shared, "data");

    private static readonly Lazy<RecordedKolada> Kolada = new(() => RecordedKolada.Read(Path.Combine(Data, "kolada")));

    public static ReplayAnswer? Answer(ReplayQuestion question) => question.Address switch
    {
        var address when address.StartsWith("https://api.kolada.se/v3", StringComparison.Ordinal) => Kolada.Value.Answer(address),
        var address when address.StartsWith("https://polisen.se/api/events", StringComparison.Ordinal) =>
            question.Headers.ContainsKey("User-Agent") ? File("polisen/events_2023-04.json") : ReplayAnswer.Json("{}", 403),
        var address when ScbFile().Match(address) is { Success: true } scb => File($"scb/v2/{Named(scb)}"),
        var address when ScbList().Match(address) is { Success: true } scb => File($"scb/v2/{(scb.Groups["id"] is { Success: true } list ? Uri.UnescapeDataString(list.Value) : address.Contains("query=", StringComparison.Ordinal) ? "search" : "tables")}.json"),
        _ => null,
    };

    private static string Named(Match scb) => scb.Groups["table"] is { Success: true } table ? $"{table.Value}_{scb.Groups["part"].Value}.json" : "config.json";

    private static ReplayAnswer? File(string path) => Path.Combine(Data, path) is var file && System.IO.File.Exists(file)
        ? new(200, "application/json; charset=utf-8", System.IO.File.ReadAllBytes(file))
        : null;

    [GeneratedRegex(@"^https://statistikdatabasen\.scb\.se/api/v2/(config|tables/(?<table>TAB\d+)/(?<part>metadata|data))(\?|$)")]
    private static partial Regex ScbFile();

    [GeneratedRegex(@"^https://statistikdatabasen\.scb\.se/api/v2/(tables|codelists/(?<id>[^?/]+))(\?|$)")]
    private static partial Regex ScbList();
}
