namespace Utvardering.Disclosure.Tables;

/// <summary>A programme of the registry and what must be said of it.</summary>
public sealed record ProgrammeRow
{
    public required string ProgrammeId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string NoteSv { get; init; }
    public required string NoteEn { get; init; }
    public bool Targeted { get; init; }
}
