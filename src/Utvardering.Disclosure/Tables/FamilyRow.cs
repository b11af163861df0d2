namespace Utvardering.Disclosure.Tables;

/// <summary>Outcomes that answer one question and are corrected together for being several.</summary>
public sealed record FamilyRow
{
    public required string FamilyId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string QuestionSv { get; init; }
    public required string QuestionEn { get; init; }
}
