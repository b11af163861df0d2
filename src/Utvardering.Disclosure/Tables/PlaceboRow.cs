namespace Utvardering.Disclosure.Tables;

/// <summary>What the design gives where nothing was done: one other choice of treated municipalities, or one donor in a treated municipality's place.</summary>
public sealed record PlaceboRow
{
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string Origin { get; init; }

    /// <summary><c>assignment</c> (a choice of as many municipalities), <c>average</c> (a mean of as many donors) or <c>donor</c> (one in the place of one).</summary>
    public required string Kind { get; init; }

    /// <summary>The treated municipality whose place the donor takes; null for assignments and averages.</summary>
    public string? MunicipalityCode { get; init; }

    /// <summary>The donor; null for assignments and averages.</summary>
    public string? DonorCode { get; init; }

    /// <summary>From 0; where there are too many, quantiles from the lowest to the highest.</summary>
    public int Number { get; init; }

    /// <summary>Whether it is the observed one.</summary>
    public bool Observed { get; init; }

    /// <summary>The placebo's effect in the indicator's unit.</summary>
    public double? Statistic { get; init; }

    /// <summary>RMSPE after ÷ RMSPE before, where there is one.</summary>
    public double? RmspeRatio { get; init; }
}
