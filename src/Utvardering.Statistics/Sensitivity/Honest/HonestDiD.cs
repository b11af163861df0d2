using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>How far trends may depart from parallel before the conclusion falls.</summary>
/// <remarks>
/// Rambachan and Roth (2023), "A More Credible Approach to Parallel Trends". Two kinds of bound: smoothness, where the difference in trends bends by no more than
/// M between periods (M = 0: a straight line, extrapolated), and relative magnitudes, where it changes after treatment by no more than M̄ times
/// its largest change before. The breakdown value, the largest bound at which the interval excludes zero, is the figure to report.
/// </remarks>
public static class HonestDiD
{
    private const double StandardErrorsOfReach = 20;

    /// <summary>The interval if trends are parallel: weighted coefficients ± z standard errors.</summary>
    /// <exception cref="ArgumentException">Weights that do not fit the periods after the reference.</exception>
    public static Estimate Original(EventStudyCoefficients study, HonestOptions? options = null)
    {
        options ??= new();
        var (value, deviation) = Plain(study, WeightsOf(study, options));
        return Estimate.Wald("event-study coefficients under parallel trends", value, deviation, double.PositiveInfinity, Sample(study), options.Confidence);
    }

    /// <summary>Intervals under smoothness bounds, one for each M.</summary>
    /// <param name="study">The event study.</param>
    /// <param name="bounds">M, in the outcome's unit per period; not negative.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">Periods with gaps, weights that do not fit, a negative bound.</exception>
    public static ImmutableArray<HonestInterval> Smoothness(EventStudyCoefficients study, ImmutableArray<double> bounds, HonestOptions? options = null)
    {
        options ??= new();
        var weights = Check(study, bounds, options);
        if ((options.Method ?? HonestMethod.FixedLength) != HonestMethod.FixedLength)
        {
            return [.. bounds.Select(bound => Conditional(TrendBounds.Smoothness(study.PreCount, study.PostCount, bound), bound, $"smoothness bound {Text(bound)}", study, weights, options.Method!.Value, options))];
        }

        var shortest = new SmoothnessFixedLength(study, weights);
        return [.. bounds.Select(bound => FixedLength(shortest, study, bound, options))];
    }

    /// <summary>Intervals under bounds of relative magnitude, one for each M̄.</summary>
    /// <param name="study">The event study, with at least one coefficient before the reference.</param>
    /// <param name="bounds">M̄, a multiple; not negative. 1: no worse after treatment than at its worst before.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">Periods with gaps, weights that do not fit, a negative bound, the fixed-length method.</exception>
    public static ImmutableArray<HonestInterval> RelativeMagnitudes(EventStudyCoefficients study, ImmutableArray<double> bounds, HonestOptions? options = null)
    {
        options ??= new();
        var weights = Check(study, bounds, options);
        var method = RelativeMethod(options);
        return [.. bounds.Select(bound => Conditional(TrendBounds.RelativeMagnitudes(study.PreCount, study.PostCount, bound), bound, $"relative magnitude {Text(bound)}", study, weights, method, options))];
    }

    /// <summary>The largest M at which the smoothness interval excludes zero; 0 where even M = 0 does not, +∞ where it always does.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Smoothness"/>.</exception>
    public static double SmoothnessBreakdown(EventStudyCoefficients study, HonestOptions? options = null)
    {
        options ??= new();
        var weights = Check(study, [], options);
        if ((options.Method ?? HonestMethod.FixedLength) == HonestMethod.FixedLength)
        {
            var shortest = new SmoothnessFixedLength(study, weights);
            return BreakdownValue.Of(bound => FixedLength(shortest, study, bound, options).ExcludesZero, Plain(study, weights).Deviation);
        }

        return BreakdownValue.Of(bound => !AcceptsZero(TrendBounds.Smoothness(study.PreCount, study.PostCount, bound), study, weights, options.Method!.Value, options), Plain(study, weights).Deviation);
    }

    /// <summary>The largest M̄ at which zero is rejected; 0 where even M̄ = 0 does not, +∞ where it always is.</summary>
    /// <exception cref="ArgumentException">As for <see cref="RelativeMagnitudes"/>.</exception>
    public static double RelativeMagnitudesBreakdown(EventStudyCoefficients study, HonestOptions? options = null)
    {
        options ??= new();
        var weights = Check(study, [], options);
        var method = RelativeMethod(options);
        return BreakdownValue.Of(bound => !AcceptsZero(TrendBounds.RelativeMagnitudes(study.PreCount, study.PostCount, bound), study, weights, method, options), 1);
    }

    private static HonestInterval FixedLength(SmoothnessFixedLength shortest, EventStudyCoefficients study, double bound, HonestOptions options)
    {
        var (weights, half, deviation, bias) = shortest.Shortest(bound, options.Confidence);
        var value = weights * study.Values;
        return new(bound, new()
        {
            Method = $"fixed-length interval under smoothness bound {Text(bound)}",
            Value = value,
            StandardError = deviation,
            DegreesOfFreedom = double.PositiveInfinity,
            Interval = new(value - half, value + half, options.Confidence),
            Sample = Sample(study),
            Warnings = Warnings(study),
        })
        {
            Weights = [.. weights],
            WorstBias = bias,
        };
    }

    private static HonestInterval Conditional(
        IEnumerable<TrendBounds> polyhedra, double bound, string kind, EventStudyCoefficients study, ImmutableArray<double> weights, HonestMethod method, HonestOptions options)
    {
        var (value, deviation) = Plain(study, weights);
        var cases = polyhedra.ToArray();
        var reach = (StandardErrorsOfReach * deviation) + cases.Max(polyhedron => polyhedron.Limits.Maximum() * weights.Select((weight, i) => Math.Abs(weight) * (i + 1) * (i + 1)).Sum());
        var gridPoints = (int)Math.Ceiling(options.GridPoints * reach / (StandardErrorsOfReach * deviation));
        var sets = new (double, double)?[cases.Length];
        Parallel.For(0, cases.Length, i => sets[i] = ConditionalSet.Of(new ConditionalTest(cases[i], study, weights, options, method).Accepts, value, reach, gridPoints));
        var interval = ConditionalSet.Hull(sets, options.Confidence);
        return new(bound, new()
        {
            Method = $"{(method == HonestMethod.Conditional ? "conditional" : "C-LF")} confidence set under {kind}",
            Value = value,
            StandardError = deviation,
            Interval = interval,
            Sample = Sample(study),
            Seed = method == HonestMethod.Conditional ? null : options.Seed,
            Warnings = double.IsNaN(interval.Low) ? [.. Warnings(study), new(EstimationWarningKind.EmptyConfidenceSet, Value: bound)] : Warnings(study),
        });
    }

    private static bool AcceptsZero(IEnumerable<TrendBounds> polyhedra, EventStudyCoefficients study, ImmutableArray<double> weights, HonestMethod method, HonestOptions options) =>
        polyhedra.AsParallel().Any(polyhedron => new ConditionalTest(polyhedron, study, weights, options, method).Accepts(0));

    private static (double Value, double Deviation) Plain(EventStudyCoefficients study, ImmutableArray<double> weights)
    {
        var all = Vector<double>.Build.Dense(study.Times.Length, i => i < study.PreCount ? 0 : weights[i - study.PreCount]);
        return (all * study.Values, Math.Sqrt(all * study.Covariance * all));
    }

    private static HonestMethod RelativeMethod(HonestOptions options) => (options.Method ?? HonestMethod.ConditionalLeastFavourable) is var method and not HonestMethod.FixedLength
        ? method
        : throw new ArgumentException("No fixed-length interval exists under relative magnitudes: use the conditional or the C-LF method.");

    private static ImmutableArray<double> Check(EventStudyCoefficients study, ImmutableArray<double> bounds, HonestOptions options)
    {
        study.RequireConsecutive();
        if (bounds.Any(bound => !(bound >= 0 && double.IsFinite(bound))))
        {
            throw new ArgumentException("A bound on trends is a finite number that is not negative; zero means that trends are straight or parallel.");
        }

        return WeightsOf(study, options);
    }

    private static ImmutableArray<double> WeightsOf(EventStudyCoefficients study, HonestOptions options)
    {
        if (options.Weights.IsDefaultOrEmpty)
        {
            return [1, .. Enumerable.Repeat(0.0, study.PostCount - 1)];
        }

        return options.Weights.Length == study.PostCount && options.Weights.Any(weight => weight != 0)
            ? options.Weights
            : throw new ArgumentException($"The effect needs one weight for each of the {study.PostCount} periods after the reference, not all zero: {options.Weights.Length} were given.");
    }

    private static ImmutableArray<EstimationWarning> Warnings(EventStudyCoefficients study) =>
        study.PreCount < 3 ? [new(EstimationWarningKind.ShortPrePeriod, Value: study.PreCount, Limit: 3)] : [];

    private static SampleSize Sample(EventStudyCoefficients study) => new(study.Times.Length, 0, 0, study.Times.Length + 1);

    private static string Text(double bound) => FormattableString.Invariant($"{bound:0.######}");
}
