namespace Utvardering.Reporting.Documents;

/// <summary>A heading within a section, below the numbered ones.</summary>
internal sealed record Heading(string Text) : Block;
