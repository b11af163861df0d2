namespace Utvardering.Disclosure.Tables;

/// <summary>What a synthetic control is made of: a donor's weight, or a period's.</summary>
public sealed record WeightRow
{
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string Origin { get; init; }

    /// <summary><c>donor</c> or <c>period</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The treated municipality whose control it is; null where the treated share one.</summary>
    public string? MunicipalityCode { get; init; }
    public string? DonorCode { get; init; }
    public string? Donor { get; init; }
    public DateOnly? PeriodStart { get; init; }
    public double? Weight { get; init; }
}
