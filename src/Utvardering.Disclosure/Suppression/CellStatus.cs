namespace Utvardering.Disclosure.Suppression;

/// <summary>What becomes of a cell.</summary>
public enum CellStatus
{
    /// <summary>Its count is shown.</summary>
    Published,

    /// <summary>Its count is sensitive itself.</summary>
    Primary,

    /// <summary>Its count would help to derive a sensitive one.</summary>
    Secondary,
}
