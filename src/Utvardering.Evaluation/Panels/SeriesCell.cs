namespace Utvardering.Evaluation.Panels;

/// <summary>One cell of <c>marts.municipality_series</c>.</summary>
internal sealed record SeriesCell(
    string Municipality, string Name, DateOnly Period, double? Numerator, double? Denominator, double? Value, string Status, string? ExposureStatus);
