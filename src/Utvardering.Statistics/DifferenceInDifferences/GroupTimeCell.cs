namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One group-time effect with its influence function: estimate − truth ≈ mean over units of it.</summary>
/// <param name="Cohort">g.</param>
/// <param name="Period">t.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Influence">One value for each unit of the sample; null when the effect is zero by construction.</param>
/// <param name="Units">Units used.</param>
/// <param name="Treated">Treated units used.</param>
internal sealed record GroupTimeCell(int Cohort, int Period, double Value, double[]? Influence, int Units, int Treated);
