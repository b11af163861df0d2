namespace Utvardering.Ingestion.SourceStates;

/// <summary>How an attempt to take in a source ended.</summary>
public enum SourceOutcome
{
    /// <summary>A new vintage was made.</summary>
    NewVintage,

    /// <summary>The source says what its newest vintage says.</summary>
    Unchanged,

    /// <summary>There was nothing to take in: an empty inbox.</summary>
    Nothing,

    /// <summary>Something was wrong in what came, and it lies in quarantine.</summary>
    Refused,

    /// <summary>The source did not answer, or not so that it could be used.</summary>
    Failed,
}
