using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Sources;

/// <summary>How long a source is waited for, and how often one question is put again.</summary>
/// <param name="Connect">For the connection, the secure one included.</param>
/// <param name="Answer">For one whole answer, from the question to its last byte.</param>
/// <param name="Total">For one question with all its repetitions and the waits between. The wait for its first turn under the source's rate is not counted.</param>
/// <param name="Retries">Repetitions after the first time.</param>
public sealed record SourcePatience(TimeSpan Connect, TimeSpan Answer, TimeSpan Total, int Retries)
{
    public static SourcePatience Usual { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(120), TimeSpan.FromMinutes(15), 5);

    internal static SourcePatience Read(SettingsNode? map) => map is null
        ? Usual
        : map.Done(new SourcePatience(
            Seconds(map, "connectSeconds") ?? Usual.Connect,
            Seconds(map, "answerSeconds") ?? Usual.Answer,
            Seconds(map, "totalSeconds") ?? Usual.Total,
            map.Find("retries")?.Positive() ?? Usual.Retries));

    // A day is the longest time-out that Polly takes.
    private static TimeSpan? Seconds(SettingsNode map, string key) => map.Find(key) switch
    {
        null => null,
        { } node when node.Positive() <= 86400 => TimeSpan.FromSeconds(node.Positive()),
        { } node => throw node.Fault($"is {node.Text()}, more than a day (86400)"),
    };
}
