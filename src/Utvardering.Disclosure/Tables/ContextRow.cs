namespace Utvardering.Disclosure.Tables;

/// <summary>A row of <c>marts.context</c>.</summary>
public sealed record ContextRow
{
    public required string IndicatorCode { get; init; }

    /// <summary>The indicator's name, or its code where the registry does not have it.</summary>
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public string? UnitSv { get; init; }
    public string? UnitEn { get; init; }
    public required string MunicipalityCode { get; init; }
    public required string Municipality { get; init; }
    public int Year { get; init; }
    public double? Value { get; init; }
    public required string Source { get; init; }
    public required string Vintage { get; init; }
}
