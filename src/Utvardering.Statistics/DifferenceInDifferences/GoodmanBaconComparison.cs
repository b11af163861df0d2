namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>One of the two-by-two comparisons that a two-way fixed effects estimate averages.</summary>
/// <param name="Treated">The first treated period of the cohort whose treatment changes (of the earlier one, of two with covariates).</param>
/// <param name="Control">The first treated period of the cohort compared with; null for the never-treated.</param>
/// <param name="Kind">Who is compared with whom.</param>
/// <param name="Weight">Its share; the shares add up to 1.</param>
/// <param name="Estimate">Its difference in differences.</param>
public sealed record GoodmanBaconComparison(int Treated, int? Control, GoodmanBaconKind Kind, double Weight, double Estimate);
