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
        if (world is not null)
        {
            var made = new SampleTransport(world);
            return options.Input is null
                ? _ => made
                : throw new InputException($"The profile {profile.Id} makes its own figures and takes no --input. Leave --input out, or run --profile real-files.");
        }

        var readsFiles = profile.Bytes == "folder" || sources.Any(source => source.Address is null);
        if (readsFiles != options.Input is not null)
        {
            throw new InputException(readsFiles
                ? $"The profile {profile.Id} reads files: name their folder with --input DIR."
                : $"The profile {profile.Id} fetches all its sources from the web and takes no --input. Leave --input out.");
        }

        var folder = readsFiles ? new FolderTransport(options.Input!, clock) : null;
        return source => folder is not null && (profile.Bytes == "folder" || source.Address is null) ? folder : web.Of(source);
    }
}
