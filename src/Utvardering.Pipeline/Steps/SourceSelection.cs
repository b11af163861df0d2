using Utvardering.Ingestion;
using Utvardering.Ingestion.Sources;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Scheduling;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Steps;

/// <summary>The sources that a profile names.</summary>
internal static class SourceSelection
{
    /// <exception cref="InputException">The profile names a source that has no file, or one whose schedule can't be read.</exception>
    public static IReadOnlyList<SourceDefinition> Of(Profile profile, ProjectFolder project)
    {
        var known = SourceReader.ReadAll(project).ToDictionary(source => source.Source, StringComparer.Ordinal);
        return [.. profile.Sources.Select(name => known.TryGetValue(name, out var source)
            ? Scheduled(source)
            : throw new InputException($"The profile {profile.Id} names the source '{name}', and {project.Sources} has no {name}.yaml. Sources: {string.Join(", ", known.Keys)}."))];
    }

    private static SourceDefinition Scheduled(SourceDefinition source)
    {
        _ = FeedSchedule.Of(source);
        return source;
    }
}
