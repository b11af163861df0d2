using System.Collections.Immutable;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Sensitivity;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>An event study by regression; see <see cref="EventStudyRegression"/>.</summary>
/// <param name="Times">One estimate for each time since treatment began, ascending, the reference among them.</param>
/// <param name="PreTrends">The joint test that all estimates before treatment are zero; null where there are none, or where standard errors allow none.</param>
/// <param name="Regression">The whole regression.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record EventStudyRegressionResult(
    ImmutableArray<EventTimeEstimate> Times, WaldTest? PreTrends, RegressionInference Regression, ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>The coefficients with their covariance, as <see cref="Sensitivity.PreTrends"/> and <see cref="HonestDiD"/> take them.</summary>
    /// <exception cref="ArgumentException">As <see cref="EventStudyCoefficients.Of"/>.</exception>
    public EventStudyCoefficients Coefficients()
    {
        var estimated = Times.Where(time => !time.IsReference).ToImmutableArray();
        int[] positions = [.. estimated.Select(time => Regression.Fit.IndexOf(EventStudyRegression.Name(time.EventTime)))];
        return EventStudyCoefficients.Of(
            [.. estimated.Select(time => time.EventTime)], [.. estimated.Select(time => time.Estimate.Value)],
            [.. positions.Select(row => positions.Select(column => Regression.Covariance.Matrix[row, column]).ToImmutableArray())],
            Times.Single(time => time.IsReference).EventTime);
    }

    /// <summary>The plain mean of the estimates from the start of treatment on: one figure for what checks and power ask of an event study.</summary>
    /// <param name="confidence">The coverage of the interval, such as 0.95.</param>
    /// <exception cref="ArgumentException">No time from the start on has an estimate.</exception>
    public Estimate After(double confidence = 0.95)
    {
        string[] after = [.. Times.Where(time => time.EventTime >= 0).Select(time => EventStudyRegression.Name(time.EventTime))];
        return after.Length > 0
            ? Regression.Combination(after.Select(name => (name, 1.0 / after.Length)), confidence) with { Warnings = Warnings }
            : throw new ArgumentException("No time from the start of treatment on has an estimate: widen the periods.");
    }
}
