namespace Utvardering.Warehouse.Registry;

/// <summary>A document that a fact of the registry rests on. <paramref name="Published"/> is as exact as the registry knows it.</summary>
public sealed record SourceDocument(string Id, string Publisher, string Title, string Published);
