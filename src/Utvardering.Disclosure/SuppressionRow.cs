namespace Utvardering.Disclosure;

/// <summary>How many rows of a table a rule let pass, emptied or kept behind.</summary>
public sealed record SuppressionRow
{
    public required string TableName { get; init; }
    public required string RuleId { get; init; }

    /// <summary><c>pass</c>, <c>suppress</c> or <c>withhold</c>.</summary>
    public required string Action { get; init; }
    public required string RuleSv { get; init; }
    public required string RuleEn { get; init; }
    public long Rows { get; init; }
}
