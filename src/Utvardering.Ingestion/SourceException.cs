namespace Utvardering.Ingestion;

/// <summary>
/// A source did not answer, or answered something that can't be an answer to the question (an error status, an empty list,
/// a page that isn't JSON). The message says what was asked and what came. The source's previous vintage stands.
/// </summary>
public sealed class SourceException(string message, Exception? inner = null) : Exception(message, inner);
