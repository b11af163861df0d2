namespace Utvardering.Reporting.Documents;

/// <summary>A list whose items have no order of their own.</summary>
internal sealed record Bullets(IReadOnlyList<string> Items) : Block;
