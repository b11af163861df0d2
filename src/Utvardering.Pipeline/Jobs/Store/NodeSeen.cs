namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>A node, as the store knows it; times and age by the store's clock.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Started">When its process began.</param>
/// <param name="Seen">When it last said that it is there.</param>
/// <param name="Program">The version of its program.</param>
/// <param name="Ago">How long it has been silent.</param>
public sealed record NodeSeen(string Node, DateTimeOffset Started, DateTimeOffset Seen, string Program, TimeSpan Ago);
