namespace Utvardering.Reporting.Tests.Made;

/// <summary>A mart's row with the column that the gate judges by and the report does not read.</summary>
internal sealed record UnknownPlaceMart(
    string IndicatorId, long Year, long Placed, long UnknownPlace, long Months, string Origin, string Source, string Vintage);

/// <inheritdoc cref="UnknownPlaceMart"/>
internal sealed record ContextMart(
    string IndicatorCode, string TitleSv, string TitleEn, string? UnitSv, string? UnitEn, string MunicipalityCode, string Municipality, int Year, double? Value, string Origin, string Source, string Vintage);

/// <inheritdoc cref="UnknownPlaceMart"/>
internal sealed record SeriesMart(
    string IndicatorId, string MunicipalityCode, string Municipality, DateOnly PeriodStart, double? Numerator, double? Denominator, double? Value,
    string Origin, string Source, string Vintage);
