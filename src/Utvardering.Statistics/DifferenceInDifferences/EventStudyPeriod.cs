namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The difference in differences of one period against the reference period.</summary>
/// <param name="Period">The start of the period.</param>
/// <param name="EventTime">Periods since treatment began: 0 in the first treated period, negative before.</param>
/// <param name="Estimate">Treated mean change − control mean change, in the outcome's unit.</param>
/// <param name="TreatedMeanChange">Mean over treated units of y(period) − y(reference).</param>
/// <param name="ControlMeanChange">The same over control units.</param>
/// <param name="IsReference">Whether this is the reference period, whose estimate is zero by construction.</param>
public sealed record EventStudyPeriod(
    DateOnly Period,
    int EventTime,
    double Estimate,
    double TreatedMeanChange,
    double ControlMeanChange,
    bool IsReference)
{
    /// <summary>Whether the period lies before treatment and is not the reference: the estimate should be near zero if trends are parallel.</summary>
    public bool IsPreTrend => EventTime < 0 && !IsReference;
}
