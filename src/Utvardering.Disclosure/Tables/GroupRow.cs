namespace Utvardering.Disclosure.Tables;

/// <summary>A comparison group and how it is named in a label and within a sentence.</summary>
public sealed record GroupRow
{
    public required string GroupId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }

    /// <summary>Such as "pilotkommunerna".</summary>
    public required string DefiniteSv { get; init; }
    public required string DefiniteEn { get; init; }
    public int Members { get; init; }

    /// <summary>Whether municipality tables and panels show the group; the treated come first.</summary>
    public bool Shown { get; init; }
}
