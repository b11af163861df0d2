using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.SourceStates;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Pipeline.Steps;
using Utvardering.Warehouse;
using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Feeds;

/// <summary>Reads how the feeds of a profile stand, from the lake and from what the last attempts left.</summary>
public static class FeedStatuses
{
    /// <param name="project">The definitions.</param>
    /// <param name="profileId">The profile whose feeds are meant.</param>
    /// <param name="dataRoot">The data root; it may be absent or empty.</param>
    /// <param name="now">The time that ages are counted to.</param>
    /// <exception cref="InputException">There is no such profile, or a definition is malformed.</exception>
    public static IReadOnlyList<FeedStatus> Of(ProjectFolder project, string profileId, string dataRoot, DateTimeOffset now)
    {
        var profile = Profile.Load(project.Pipelines, profileId);
        var lake = new LakeStore(Path.Combine(dataRoot, "lake"));
        var states = new SourceStateStore(dataRoot);
        return [.. SourceSelection.Of(profile, project).Select(source => Of(source, lake, states.Read(source.Source), now))];
    }

    /// <summary>How one feed of a profile stands; no other's definition is read.</summary>
    /// <exception cref="InputException">Its definition has a fault.</exception>
    public static FeedStatus One(ProjectFolder project, Profile profile, string source, string dataRoot, DateTimeOffset now) =>
        Of(SourceSelection.One(profile, project, source), new LakeStore(Path.Combine(dataRoot, "lake")), new SourceStateStore(dataRoot).Read(source), now);

    private static FeedStatus Of(SourceDefinition source, LakeStore lake, SourceState? state, DateTimeOffset now)
    {
        var newest = lake.Vintages(source.Dataset, source.Source) is [.., var last] ? last : null;
        var package = newest?.ReadPackage();
        // A data root whose states are lost still knows when its vintages came.
        var success = state?.LastSuccess ?? package?.Created;
        var schedule = FeedSchedule.Of(source);
        var due = success is { } time ? schedule?.After(time) : null;
        return new()
        {
            Source = source.Source,
            Title = source.Title,
            Dataset = source.Dataset,
            Vintage = newest?.Name.ToString(),
            Retrieved = package?.Created,
            AgeDays = package is null ? null : (int)Math.Floor((now - package.Created).TotalDays),
            Rows = package?.RowCount,
            Synthetic = package?.Synthetic == true,
            Schedule = source.Schedule,
            LastSuccess = success,
            Due = due,
            Freshness = success is null ? Freshness.Never : schedule is null ? Freshness.OnRequest : due < now ? Freshness.Overdue : Freshness.Fresh,
            LastAttempt = state?.LastAttempt,
            LastOutcome = state?.Outcome,
            ChangesFrom = state?.ChangesFrom,
            UnchangedSince = state?.UnchangedSince,
            Warnings = state?.Warnings ?? [],
            LastError = state?.LastError,
        };
    }
}
