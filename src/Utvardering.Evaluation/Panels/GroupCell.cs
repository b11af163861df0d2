namespace Utvardering.Evaluation.Panels;

/// <summary>One cell of <c>marts.group_series</c>.</summary>
internal sealed record GroupCell(
    string Group, DateOnly Period, double? Numerator, double? Denominator, double? Value, int Municipalities, int Members, string? ExposureStatus, long? Persons);
