namespace Utvardering.Methods.Catalog;

/// <summary>A part of an answer and what it is.</summary>
/// <param name="Name">As in the JSON; a star stands for the part that differs (<c>event *</c>).</param>
public sealed record AnswerPart(string Name, string Meaning);
