namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.context</c>.</summary>
public sealed record ContextRow
{
    public required string IndicatorCode { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }
    public int Year { get; init; }
    public double? Value { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
