using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The estimate for one time since treatment began.</summary>
/// <param name="EventTime">Periods since treatment began; negative before.</param>
/// <param name="IsReference">Whether it is the reference: zero by construction.</param>
/// <param name="Cells">Cells (units × periods) at this time.</param>
/// <param name="Estimate">The estimate; at the reference zero with standard error zero.</param>
public sealed record EventTimeEstimate(int EventTime, bool IsReference, int Cells, Estimate Estimate)
{
    /// <summary>Whether the time lies before treatment and is not the reference: the estimate should be near zero if trends are parallel.</summary>
    public bool IsPreTrend => EventTime < 0 && !IsReference;

    internal static Estimate Reference(string method, SampleSize sample, double confidence) => new()
    {
        Method = method,
        Value = 0,
        StandardError = 0,
        Interval = new(0, 0, confidence),
        Sample = sample,
    };
}
