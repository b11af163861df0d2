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
    public static IReadOnlyList<SourceDefinition> Of(Profile profile, ProjectFolder project) => [.. profile.Sources.Select(name => One(profile, project, name))];

    /// <summary>One of a profile's sources; no other's file is read.</summary>
    /// <exception cref="InputException">It has no file, or one that has a fault.</exception>
    public static SourceDefinition One(Profile profile, ProjectFolder project, string name)
    {
        var file = Path.Combine(project.Sources, name + ".yaml");
        return File.Exists(file)
            ? Scheduled(SourceReader.Read(project, file))
            : throw new InputException(
                $"The profile {profile.Id} names the source '{name}', and {project.Sources} has no {name}.yaml. Sources: " +
                $"{string.Join(", ", Directory.GetFiles(project.Sources, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The sources with other addresses than their published ones.</summary>
    /// <exception cref="InputException">An address is for a source that the run does not fetch.</exception>
    public static IReadOnlyList<SourceDefinition> At(IReadOnlyDictionary<string, Uri> addresses, IReadOnlyList<SourceDefinition> sources, Profile profile)
    {
        var fetched = profile.Bytes == "web" ? sources.Where(source => source.Address is not null).Select(source => source.Source).ToList() : [];
        return addresses.Keys.FirstOrDefault(name => !fetched.Contains(name)) is { } other
            ? throw new InputException($"An address is given for '{other}', which a run of the profile {profile.Id} does not fetch from the web. It fetches: {(fetched.Count == 0 ? "nothing" : string.Join(", ", fetched))}.")
            : [.. sources.Select(source => addresses.TryGetValue(source.Source, out var address) ? source with { Address = address } : source)];
    }

    private static SourceDefinition Scheduled(SourceDefinition source)
    {
        _ = FeedSchedule.Of(source);
        return source;
    }
}
