namespace Utvardering.Disclosure.Tables;

/// <summary>Hours of support to one treated municipality in the window after the start, beside its own change: description, never proof.</summary>
public sealed record DoseRow
{
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string Origin { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }

    /// <summary>Hours in the window after the start, all strands together.</summary>
    public double? Hours { get; init; }

    /// <summary>The municipality's change less the mean change of the controls, in the indicator's unit.</summary>
    public double? Change { get; init; }
}
