namespace Utvardering.Reporting.Documents;

/// <summary>Where figures come from.</summary>
/// <param name="Text">What the source asks to stand under them, ended by a full stop.</param>
/// <param name="Vintage">The content they were taken from; several separated by comma.</param>
internal sealed record Attribution(string Text, string Vintage);
