namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>A node, as the store knows it.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Started">When its process began, by its own clock.</param>
/// <param name="Seen">When it last said that it is there, by the store's clock. It does not while it works.</param>
/// <param name="Program">The version of its program.</param>
/// <param name="Ago">How long it has been silent, by the store's clock.</param>
public sealed record NodeSeen(string Node, DateTimeOffset Started, DateTimeOffset Seen, string Program, TimeSpan Ago);
