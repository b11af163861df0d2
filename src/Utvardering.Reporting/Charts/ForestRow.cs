namespace Utvardering.Reporting.Charts;

/// <summary>An effect with its interval, a line of <see cref="ForestChart"/>. All figures in the unit of the axis.</summary>
/// <param name="Label">What the effect is of.</param>
/// <param name="Count">Text of the second column, such as the number of municipalities.</param>
/// <param name="Effect">Effect and interval as text, at the right end.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">The interval's lower end; infinite where it has none.</param>
/// <param name="High">The interval's upper end; infinite where it has none.</param>
/// <param name="Matters">The smallest effect that matters, with its sign.</param>
/// <param name="Detectable">The least effect that could have been seen, with the sign asked about; null where not known.</param>
/// <param name="IsLead">Whether the answer rests on it: drawn filled and in bold.</param>
public sealed record ForestRow(
    string Label, string Count, string Effect, double Estimate, double Low, double High, double Matters, double? Detectable = null, bool IsLead = false);
