using Utvardering.Warehouse.Settings;

namespace Utvardering.Ingestion.Sources;

/// <summary>What the source asks of its callers. A limit that is null is not stated.</summary>
/// <param name="RequestsPerSecond">Kept by the transport.</param>
/// <param name="IdsPerSegment">The most ids in one path segment (Kolada: 25).</param>
/// <param name="PerPage">The most rows a page (Kolada: 5000).</param>
public sealed record SourceLimits(int? RequestsPerSecond, int? IdsPerSegment, int? PerPage)
{
    /// <summary>The least time between two calls (Polisen: 10).</summary>
    public int? SecondsBetween { get; init; }

    public int? RequestsPerHour { get; init; }

    public int? RequestsPerDay { get; init; }

    /// <summary>The most questions on their way at a time; one when nothing is stated.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>The largest answer that is taken, unpacked, in MiB.</summary>
    public int MostMegabytes { get; init; } = 64;

    /// <summary>How we present ourselves, for a source that wants it otherwise than others; null: the program's name and version.</summary>
    public string? UserAgent { get; init; }

    /// <summary>All stated limits on how often.</summary>
    public IReadOnlyList<CallRate> Rates =>
    [
        .. Rate(RequestsPerSecond, TimeSpan.FromSeconds(1)),
        .. SecondsBetween is { } seconds ? Rate(1, TimeSpan.FromSeconds(seconds)) : [],
        .. Rate(RequestsPerHour, TimeSpan.FromHours(1)),
        .. Rate(RequestsPerDay, TimeSpan.FromDays(1)),
    ];

    internal static SourceLimits Read(SettingsNode? map) => map is null
        ? new(null, null, null)
        : map.Done(new SourceLimits(map.Find("requestsPerSecond")?.Positive(), map.Find("idsPerSegment")?.Positive(), map.Find("perPage")?.Positive())
        {
            SecondsBetween = map.Find("secondsBetween")?.Positive(),
            RequestsPerHour = map.Find("requestsPerHour")?.Positive(),
            RequestsPerDay = map.Find("requestsPerDay")?.Positive(),
            AtOnce = map.Find("atOnce")?.Positive() ?? 1,
            MostMegabytes = map.Find("mostMegabytes")?.Positive() ?? 64,
            UserAgent = map.Find("userAgent")?.Text(),
        });

    private static CallRate[] Rate(int? calls, TimeSpan window) => calls is { } count ? [new(count, window)] : [];
}
