namespace Utvardering.Reporting.Documents;

/// <summary>Running text, where wanted led by a few words in bold.</summary>
internal sealed record Paragraph(string Text, string? Lead = null) : Block;
