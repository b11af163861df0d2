namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.participation</c>.</summary>
public sealed record ParticipationRow
{
    public required string ProgrammeId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public bool Targeted { get; init; }
    public string? MunicipalityCode { get; init; }
    public string? Municipality { get; init; }
    public required string Role { get; init; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    public required string Certainty { get; init; }
    public required string Publisher { get; init; }
    public required string Document { get; init; }
}
