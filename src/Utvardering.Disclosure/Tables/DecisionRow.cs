namespace Utvardering.Disclosure.Tables;

/// <summary>Something left out or not done, and why: nothing is dropped unseen.</summary>
public sealed record DecisionRow
{
    public required string OutcomeId { get; init; }

    /// <summary>The design it concerns, or null for all.</summary>
    public string? DesignId { get; init; }

    /// <summary>The code of the municipality left out, or null.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary><c>not_estimable</c>, <c>no_power</c>, <c>no_event_study</c>, <c>several_starts</c> (who started when), <c>left_out</c> (too little data, or a start that they do not reach), <c>excluded</c> or <c>kept</c> (another programme in the window).</summary>
    public required string Kind { get; init; }
    public required string ReasonSv { get; init; }
    public required string ReasonEn { get; init; }
}
