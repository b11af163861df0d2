namespace Utvardering.Reporting.Documents;

/// <summary>Terms and what is said of each.</summary>
internal sealed record Terms(IReadOnlyList<(string Term, string Description)> Items) : Block;
