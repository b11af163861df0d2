namespace Utvardering.Disclosure.Tables;

/// <summary>What a careful statistician would look at beside the effect, and what she would warn of.</summary>
public sealed record DiagnosticRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string Origin { get; init; }

    /// <summary>Such as <c>pre_trend_joint</c>, or a warning's kind.</summary>
    public required string Kind { get; init; }
    public bool Warning { get; init; }
    public double? Value { get; init; }
    public double? Limit { get; init; }
    public double? PValue { get; init; }
    public string? Unit { get; init; }
    public long? Persons { get; init; }
}
