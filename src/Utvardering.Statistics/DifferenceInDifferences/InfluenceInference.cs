using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Standard errors, intervals and bands of estimates whose influence functions are known.</summary>
internal sealed class InfluenceInference(GroupTimeSample sample, GroupTimeOptions options, string method, SampleSize size, ImmutableArray<EstimationWarning> warnings)
{
    /// <summary>Below this share of the outcome's scale a standard error is rounding, as in did.</summary>
    private const double Rounding = 1.5e-8 * 10;

    /// <summary>The influence functions added up over clusters, scaled so that their mean over clusters is the mean over units.</summary>
    public double[] ByCluster(double[] influence)
    {
        if (sample.ClusterCount == sample.Count)
        {
            return influence;
        }

        var sums = new double[sample.ClusterCount];
        var scale = (double)sample.ClusterCount / sample.Count;
        for (var unit = 0; unit < influence.Length; unit++)
        {
            sums[sample.Cluster[unit]] += influence[unit] * scale;
        }

        return sums;
    }

    /// <summary>mean(ψₐ ψᵦ) / n.</summary>
    public static double Covariance(double[] one, double[] other)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum / one.Length / one.Length;
    }

    /// <summary>Estimates with standard errors, and bands where there is a bootstrap; an estimate without influence is zero by construction.</summary>
    public (ImmutableArray<(Estimate Estimate, ConfidenceInterval? Band)> Estimates, double? CriticalValue) Of(
        IReadOnlyList<(double Value, double[]? Influence, string What)> parts)
    {
        var functions = parts.Select(part => part.Influence is null ? null : ByCluster(part.Influence)).ToArray();
        double[] errors = [.. functions.Select(function => function is null ? double.NaN : Math.Sqrt(Covariance(function, function)))];
        for (var i = 0; i < errors.Length; i++)
        {
            // A cohort and controls without spread have no standard error to tell.
            errors[i] = errors[i] > Rounding * Math.Abs(parts[i].Value) && errors[i] > 0 ? errors[i] : double.NaN;
        }

        double? critical = null;
        if (options.Bootstrap is { } bootstrap)
        {
            int[] varying = [.. Enumerable.Range(0, parts.Count).Where(i => !double.IsNaN(errors[i]))];
            if (varying.Length > 0)
            {
                var draws = MultiplierBootstrap.Of([.. varying.Select(i => functions[i]!)], bootstrap, options.Confidence);
                critical = Math.Max(draws.CriticalValue, PointwiseCritical);
                foreach (var (index, i) in varying.Index())
                {
                    errors[i] = draws.StandardErrors[index];
                }
            }
        }

        return ([.. parts.Select((part, i) => (Wald(part.Value, errors[i], part.What), Band(part.Value, errors[i], critical)))], critical);
    }

    private double PointwiseCritical => Quantile.StudentTwoSided(1 - options.Confidence, double.PositiveInfinity);

    private Estimate Wald(double value, double error, string what) =>
        Estimate.Wald($"{what}, {method}", value, error, double.PositiveInfinity, size, options.Confidence, warnings) with { Seed = options.Bootstrap?.Seed };

    private ConfidenceInterval? Band(double value, double error, double? critical) =>
        critical is { } of && !double.IsNaN(error) ? new(value - (of * error), value + (of * error), options.Confidence) : null;
}
