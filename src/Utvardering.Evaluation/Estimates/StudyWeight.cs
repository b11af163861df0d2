namespace Utvardering.Evaluation.Estimates;

/// <summary>The weight of a donor or of a period.</summary>
/// <param name="Municipality">The treated municipality whose control it is; null where the treated share one.</param>
/// <param name="Donor">The donor, or null.</param>
/// <param name="Period">The period, or null.</param>
/// <param name="Weight">The weight.</param>
internal sealed record StudyWeight(string? Municipality, string? Donor, DateOnly? Period, double Weight);
