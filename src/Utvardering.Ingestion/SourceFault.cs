namespace Utvardering.Ingestion;

/// <summary>What a failed retrieval calls for.</summary>
public enum SourceFault
{
    /// <summary>The answer is there but can't be right: HTML, no JSON, an empty list, too large. Asking again changes nothing before a person has looked.</summary>
    WrongAnswer,

    /// <summary>Nothing came, or the source asks to wait: the same question may be answered later.</summary>
    Transient,

    /// <summary>The source, a proxy or the secure connection says no: someone must change an address, a setting or a right.</summary>
    Refused,

    /// <summary>The source's figures changed while they were read, so the parts do not belong together: all has to be asked anew.</summary>
    Changed,
}
