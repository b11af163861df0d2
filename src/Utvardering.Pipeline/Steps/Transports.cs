using Utvardering.Ingestion.Sources;
using Utvardering.Ingestion.Transport;
using Utvardering.Ingestion.Transport.Http;
using Utvardering.Pipeline.Profiles;
using Utvardering.Pipeline.Runs;
using Utvardering.SampleData;
using Utvardering.Warehouse;

namespace Utvardering.Pipeline.Steps;

/// <summary>Where the bytes of a profile's sources come from.</summary>
internal static class Transports
{
    /// <summary>The input folder, where the profile reads files; else null.</summary>
    /// <param name="profile">Says what its bytes are.</param>
    /// <param name="hasFiles">Whether one of its sources is files.</param>
    /// <param name="input">What was given.</param>
    /// <param name="clock">Of files' retrieval.</param>
    /// <exception cref="InputException">The folder is missing, or given where none is read.</exception>
    public static FolderTransport? Folder(Profile profile, bool hasFiles, string? input, TimeProvider clock)
    {
        var readsFiles = !profile.Synthetic && (profile.Bytes == "folder" || hasFiles);
        return (readsFiles, input) switch
        {
            (true, { } folder) => new FolderTransport(folder, clock),
            (true, null) => throw new InputException($"The profile {profile.Id} reads files: name their folder with --input DIR."),
            (false, null) => null,
            _ when profile.Synthetic => throw new InputException($"The profile {profile.Id} makes its own figures and takes no --input. Leave --input out, or run --profile real-files."),
            _ => throw new InputException($"The profile {profile.Id} fetches all its sources from the web and takes no --input. Leave --input out."),
        };
    }

    /// <param name="profile">Says what its bytes are: made up, files or the web.</param>
    /// <param name="sources">Those that will be asked.</param>
    /// <param name="world">The made-up world; null for real figures.</param>
    /// <param name="options">With the input folder.</param>
    /// <param name="web">The way to the web.</param>
    /// <param name="clock">Of files' retrieval.</param>
    /// <exception cref="InputException">An input folder is missing, or given where none is read.</exception>
    public static Func<SourceDefinition, ISourceTransport> Of(
        Profile profile, IReadOnlyList<SourceDefinition> sources, SampleWorld? world, RunOptions options, WebAccess web, TimeProvider clock)
    {
        var folder = Folder(profile, sources.Any(source => source.Address is null), options.Input, clock);
        if (world is not null)
        {
            var made = new SampleTransport(world);
            return _ => made;
        }

        return source => folder is not null && (profile.Bytes == "folder" || source.Address is null) ? folder : web.Of(source);
    }
}
