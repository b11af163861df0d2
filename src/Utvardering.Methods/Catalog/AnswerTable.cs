namespace Utvardering.Methods.Catalog;

/// <summary>A table of an answer and what its columns hold.</summary>
public sealed record AnswerTable(string Name, string Meaning, IReadOnlyList<AnswerPart> Columns);
