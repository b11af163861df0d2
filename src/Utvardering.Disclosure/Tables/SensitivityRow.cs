namespace Utvardering.Disclosure.Tables;

/// <summary>The same question answered in another way: does the answer stand?</summary>
public sealed record SensitivityRow
{
    public required string ResultId { get; init; }
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string IndicatorId { get; init; }
    public required string Origin { get; init; }

    /// <summary>
    /// <c>leave_one_out</c> (the range of the estimates), <c>placebo_start</c>, <c>donor_pool</c>, <c>roll_in</c>, <c>log</c>, <c>count_model</c>,
    /// <c>other_programmes</c>, <c>honest_magnitude</c>, <c>honest_breakdown</c>, <c>wild_bootstrap</c>, <c>studentised</c>, <c>control_trends</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Which of the kind: a start, a group, a bound; empty where there is one only.</summary>
    public required string Variant { get; init; }

    /// <summary>In the indicator's unit, or as a share where <see cref="IsRelative"/>.</summary>
    public double? Estimate { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double? PValue { get; init; }
    public bool IsRelative { get; init; }

    /// <summary>
    /// Whether the check speaks for the main answer: same sign as the main estimate (or, of a placebo, an interval that holds zero).
    /// Null where the check could not be made.
    /// </summary>
    public bool? Agrees { get; init; }

    /// <summary>Why a check could not be made, in English, for the researcher; null where it was.</summary>
    public string? NotMade { get; init; }
    public int TreatedUnits { get; init; }
    public int ControlUnits { get; init; }

    /// <summary>The least total of persons behind the figures, for delivered indicators.</summary>
    public long? Persons { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
