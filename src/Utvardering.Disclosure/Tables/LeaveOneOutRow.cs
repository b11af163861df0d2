namespace Utvardering.Disclosure.Tables;

/// <summary>The effect without one municipality. Beside the effect with it, it tells that municipality's own figure.</summary>
public sealed record LeaveOneOutRow
{
    public required string OutcomeId { get; init; }
    public required string DesignId { get; init; }
    public required string Origin { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }
    public bool Treated { get; init; }
    public double? Estimate { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public double? PValue { get; init; }
}
