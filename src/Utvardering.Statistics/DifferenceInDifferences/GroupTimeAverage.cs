namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An effect or average on its way into a further average.</summary>
/// <param name="Key">Event time, cohort or period.</param>
/// <param name="Cohort">The cohort whose share weights it, where one does.</param>
/// <param name="Value">The estimate.</param>
/// <param name="Influence">One value for each unit; null when it is zero by construction.</param>
internal sealed record GroupTimeAverage(int Key, int Cohort, double Value, double[]? Influence);
