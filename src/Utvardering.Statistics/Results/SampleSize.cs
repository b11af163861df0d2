namespace Utvardering.Statistics.Results;

/// <summary>How much an estimate rests on.</summary>
/// <param name="Observations">Rows used.</param>
/// <param name="Units">Units used.</param>
/// <param name="TreatedUnits">Units used that are treated at some time.</param>
/// <param name="Periods">Periods used.</param>
/// <param name="Clusters">Clusters of the standard error, where there are any.</param>
public sealed record SampleSize(int Observations, int Units, int TreatedUnits, int Periods, int? Clusters = null);
