using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>
/// The coefficients of an event study with their whole covariance: what every check on parallel trends needs. The reference period, whose
/// coefficient is zero by construction, is not among them.
/// </summary>
public sealed class EventStudyCoefficients
{
    private EventStudyCoefficients(ImmutableArray<int> times, Vector<double> values, Matrix<double> covariance, int reference)
    {
        (Times, Values, Covariance, Reference) = (times, values, covariance, reference);
        PreCount = times.Count(time => time < reference);
    }

    /// <summary>The periods in relative time, ascending: those before the reference first.</summary>
    public ImmutableArray<int> Times { get; }

    /// <summary>The coefficients, in the order of the times.</summary>
    public Vector<double> Values { get; }

    /// <summary>Their covariance, periods × periods.</summary>
    public Matrix<double> Covariance { get; }

    /// <summary>The reference period.</summary>
    public int Reference { get; }

    /// <summary>The number of periods before the reference.</summary>
    public int PreCount { get; }

    /// <summary>The number of periods after the reference.</summary>
    public int PostCount => Times.Length - PreCount;

    /// <summary>The standard errors.</summary>
    public ImmutableArray<double> StandardErrors => [.. Covariance.Diagonal().Select(Math.Sqrt)];

    /// <summary>Makes the coefficients of an event study.</summary>
    /// <param name="times">The period of each coefficient in relative time, in any order.</param>
    /// <param name="values">The coefficients.</param>
    /// <param name="covariance">Their covariance by rows.</param>
    /// <param name="reference">The period whose coefficient is zero by construction, the last before treatment as a rule.</param>
    /// <exception cref="ArgumentException">Numbers that do not fit each other, a period given twice or equal to the reference, a covariance that is not symmetric and positive definite.</exception>
    public static EventStudyCoefficients Of(
        ImmutableArray<int> times, ImmutableArray<double> values, ImmutableArray<ImmutableArray<double>> covariance, int reference = -1)
    {
        if (times.IsDefaultOrEmpty || values.Length != times.Length || covariance.Length != times.Length || covariance.Any(row => row.Length != times.Length))
        {
            throw new ArgumentException($"An event study needs a coefficient and a row of covariances for each of its {(times.IsDefault ? 0 : times.Length)} periods.");
        }

        if (times.Contains(reference) || times.Distinct().Count() != times.Length)
        {
            throw new ArgumentException($"Each period has one coefficient, and the reference period {reference} has none: remove the others.");
        }

        var order = Enumerable.Range(0, times.Length).OrderBy(i => times[i]).ToArray();
        var matrix = Matrix<double>.Build.Dense(times.Length, times.Length, (i, j) => covariance[order[i]][order[j]]);
        Check(matrix);
        return new([.. order.Select(i => times[i])], Vector<double>.Build.Dense(times.Length, i => values[order[i]]), matrix, reference);
    }

    /// <summary>As <see cref="Of"/> for coefficients in order of time, numbered so that treatment starts at 0 and −1 is the reference.</summary>
    /// <param name="values">The coefficients before the reference, then those after it.</param>
    /// <param name="covariance">Their covariance by rows.</param>
    /// <param name="preCount">How many of them lie before the reference.</param>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>.</exception>
    public static EventStudyCoefficients InOrder(ImmutableArray<double> values, ImmutableArray<ImmutableArray<double>> covariance, int preCount) =>
        Of([.. Enumerable.Range(0, values.Length).Select(i => i < preCount ? i - preCount - 1 : i - preCount)], values, covariance);

    internal Vector<double> PreValues => Values.SubVector(0, PreCount);

    internal Matrix<double> PreCovariance => Covariance.SubMatrix(0, PreCount, 0, PreCount);

    /// <exception cref="ArgumentException">No periods before the reference.</exception>
    internal void RequirePrePeriods()
    {
        if (PreCount == 0)
        {
            throw new ArgumentException($"The event study has no coefficient before its reference period {Reference}: nothing is known of the trends before, estimate more periods.");
        }
    }

    /// <exception cref="ArgumentException">No periods before or after the reference, or a gap between them.</exception>
    internal void RequireConsecutive()
    {
        RequirePrePeriods();
        if (PostCount == 0)
        {
            throw new ArgumentException($"The event study has no coefficient after its reference period {Reference}: there is no effect to bound.");
        }

        for (var i = 0; i < Times.Length; i++)
        {
            var expected = Reference - PreCount + i + (i < PreCount ? 0 : 1);
            if (Times[i] != expected)
            {
                throw new ArgumentException($"The event study lacks period {expected}: bounds on trends need every period from {Times[0]} to {Times[^1]}, one apart.");
            }
        }
    }

    private static void Check(Matrix<double> covariance)
    {
        var scale = covariance.Diagonal().AbsoluteMaximum();
        if ((covariance - covariance.Transpose()).Enumerate().Any(difference => !(Math.Abs(difference) <= 1e-8 * scale)))
        {
            throw new ArgumentException("The covariance of the coefficients is not symmetric: give the matrix as it was estimated.");
        }

        try
        {
            _ = covariance.Cholesky();
        }
        catch (ArgumentException)
        {
            throw new ArgumentException(
                "The covariance of the coefficients is not positive definite: with fewer clusters than coefficients it cannot be; use fewer periods, or another covariance.");
        }
    }
}
