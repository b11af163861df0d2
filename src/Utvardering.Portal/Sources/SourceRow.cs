using Utvardering.Pipeline.Feeds;

namespace Utvardering.Portal.Sources;

/// <summary>A source, as the page shows it.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Feed">How it stands; null: its definition has a fault.</param>
/// <param name="Revisions">What its newest vintage changed.</param>
/// <param name="Fault">What is wrong with its definition; null: nothing.</param>
public sealed record SourceRow(string Source, FeedStatus? Feed, Revisions Revisions, string? Fault);
