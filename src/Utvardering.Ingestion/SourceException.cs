namespace Utvardering.Ingestion;

/// <summary>
/// A source did not answer, or answered something that can't be an answer to the question (an error status, an empty list,
/// a page that isn't JSON). The message says what was asked, what came, and what to do. The source's previous vintage stands.
/// </summary>
public sealed class SourceException(string message, Exception? inner = null, SourceFault fault = SourceFault.WrongAnswer) : Exception(message, inner)
{
    public SourceFault Fault { get; } = fault;

    /// <summary>The source asked not to be asked again before; null when it said nothing.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
