namespace Utvardering.Disclosure.Tables;

/// <summary>What may be said of an outcome, by the fixed rules of <c>docs/verdicts.md</c>.</summary>
public sealed record VerdictRow
{
    public required string ResultId { get; init; }
    public required string PlanId { get; init; }
    public required string PlanHash { get; init; }
    public required string OutcomeId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }

    /// <summary>The design the verdict rests on; null where none could be estimated.</summary>
    public string? DesignId { get; init; }

    /// <summary><c>supported</c>, <c>suggestive</c>, <c>inconclusive</c>, <c>against</c> or <c>not_estimable</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>The rules that decided, one code a line, such as <c>holds_zero</c> or <c>pre_trend</c>; the report words them.</summary>
    public required string Reasons { get; init; }

    /// <summary>The effect as a share, with its interval.</summary>
    public double? Relative { get; init; }
    public double? RelativeLow { get; init; }
    public double? RelativeHigh { get; init; }
    public double? PValue { get; init; }

    /// <summary>The p-value corrected (Holm) for the other outcomes of the same family and role.</summary>
    public double? PHolm { get; init; }

    /// <summary>The smallest relative change that would matter, with its sign.</summary>
    public double Matters { get; init; }

    /// <summary>The least relative effect that the design could have seen.</summary>
    public double? DetectableRelative { get; init; }
    public double? PreTrendP { get; init; }

    /// <summary>Checks that agree with the main answer, and checks made.</summary>
    public int ChecksAgreeing { get; init; }
    public int ChecksMade { get; init; }
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
