using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;

namespace Utvardering.Validation.Methods;

/// <summary>What a method says in one replication.</summary>
/// <param name="PValue">The p-value of no effect; NaN where there is none.</param>
/// <param name="Interval">The 95 % interval; null where the method has none.</param>
/// <param name="Reason">Why there is no p-value.</param>
internal sealed record Answer(double PValue, ConfidenceInterval? Interval, string? Reason = null)
{
    /// <summary>What a method of counts says of a panel without them.</summary>
    public static Answer NoCounts { get; } = new(double.NaN, null, "effects that average zero on the outcome do not on the ratio of rates");

    /// <summary>A method without a p-value: it rejects where its interval leaves zero out.</summary>
    public static Answer OfInterval(Func<Estimate> estimate) => Of(() =>
    {
        var result = estimate();
        return new Answer(result.Interval.Contains(0) ? 1 : 0, result.Interval);
    });

    /// <summary>A method's estimate, or why it refused: methods refuse with an <see cref="ArgumentException"/> that says why.</summary>
    public static Answer Of(Func<Estimate> estimate) => Of(() =>
    {
        var result = estimate();
        return new Answer(result.PValue, result.Interval, double.IsNaN(result.PValue) ? "no standard error" : null);
    });

    public static Answer Of(Func<Answer> answer)
    {
        try
        {
            return answer();
        }
        catch (ArgumentException exception)
        {
            return new(double.NaN, null, exception.Message);
        }
    }
}
