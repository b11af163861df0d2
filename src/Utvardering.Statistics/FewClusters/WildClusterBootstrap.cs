using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.FewClusters;

/// <summary>A test of a coefficient, and its interval, that holds with fewer clusters than clustered standard errors need.</summary>
/// <remarks>
/// <para>
/// Cameron, Gelbach and Miller (2008), "Bootstrap-Based Improvements for Inference with Clustered Errors": outcomes are made anew by turning
/// the sign of whole clusters' residuals under the hypothesis, and t is held against the t* they give. Computed from sums for each cluster
/// (Roodman, MacKinnon, Nielsen and Webb 2019), so that a draw costs no regression; all 2^G draws are taken when they are few.
/// </para>
/// <para>
/// The interval is {β₀ : p(β₀) &gt; α} to the last digit: |t*| ≥ |t| is an inequality of fourth degree in β₀ for each draw, and its roots are
/// where p(β₀) steps. With few treated clusters the restricted test hardly rejects and the unrestricted one too often (MacKinnon and Webb 2017):
/// the smallest possible p-value is always told.
/// </para>
/// </remarks>
public static class WildClusterBootstrap
{
    // Draws that tie in exact arithmetic differ by rounding.
    private const double Tie = 1e-9;

    /// <summary>Tests one coefficient of a linear regression.</summary>
    /// <param name="fit">The regression, with or without fixed effects.</param>
    /// <param name="coefficient">The coefficient's name.</param>
    /// <param name="clusters">The cluster of each row given to the regression.</param>
    /// <param name="options">Weights, hypothesis, draws; defaults when null.</param>
    /// <exception cref="ArgumentException">A Poisson regression, an unknown coefficient, one cluster, subclusters that cross clusters, a perfect fit.</exception>
    public static WildClusterBootstrapResult Test(RegressionFit fit, string coefficient, Grouping clusters, WildClusterBootstrapOptions? options = null)
    {
        options ??= new();
        var scores = WildScores.Of(fit, coefficient, clusters, options.Subclusters);
        var variance = scores.StandardError * scores.StandardError * scores.S * scores.S;
        if (!(variance > 0))
        {
            throw new ArgumentException($"The residuals of every cluster are unrelated to \"{coefficient}\": the fit is perfect, there is nothing to test.");
        }

        var draws = new WildDraws(scores, options);
        var delta = options.ImposeNull ? scores.Estimate - options.NullValue : 0;
        double[] distribution = [.. draws.Values.Select(draw => draw.Statistic(delta, 1e-20 * variance))];
        var statistic = (scores.Estimate - options.NullValue) / scores.StandardError;
        return Result(fit, coefficient, clusters, options, scores, draws, distribution, statistic);
    }

    private static WildClusterBootstrapResult Result(
        RegressionFit fit, string coefficient, Grouping clusters, WildClusterBootstrapOptions options, WildScores scores, WildDraws draws, double[] distribution, double statistic)
    {
        // The observed counts as a draw where draws are sampled, else it is among them.
        var extra = draws.IsExhaustive ? 0 : 1;
        var tie = Tie * Math.Max(1, Math.Abs(statistic));
        double WithTies(Func<double, bool> isExtreme) => (double)(distribution.Count(isExtreme) + extra) / (distribution.Length + extra);
        double Strict(Func<double, bool> isExtreme) => (double)distribution.Count(isExtreme) / distribution.Length;
        var (lower, upper) = (WithTies(t => t <= statistic + tie), WithTies(t => t >= statistic - tie));
        var symmetric = WithTies(t => Math.Abs(t) >= Math.Abs(statistic) - tie);
        var minimum = (double)((options.ImposeNull ? draws.Values.Count(draw => draw.IsConstant) : 0) + extra) / (distribution.Length + extra);
        var interval = options.ImposeNull
            ? Restricted(scores, draws, extra, options.Confidence)
            : Unrestricted(scores, distribution, extra, options.Confidence);
        var clustered = fit.With(new ClusteredErrors(clusters)).Coefficient(coefficient, options.Confidence);
        return new()
        {
            Estimate = clustered with
            {
                Method = Method(fit, options, draws),
                DegreesOfFreedom = double.NaN,
                Interval = interval,
                PValue = symmetric,
                Seed = draws.IsExhaustive ? null : options.Seed,
                Warnings = [.. clustered.Warnings, .. Warnings(options, draws, minimum, extra)],
            },
            Statistic = statistic,
            PSymmetric = symmetric,
            PSymmetricStrict = Strict(t => Math.Abs(t) > Math.Abs(statistic) + tie),
            PEqualTailed = Math.Min(1, 2 * Math.Min(lower, upper)),
            PEqualTailedStrict = Math.Min(1, 2 * Math.Min(Strict(t => t < statistic - tie), Strict(t => t > statistic + tie))),
            PLower = lower,
            PUpper = upper,
            MinimumP = minimum,
            Distribution = [.. distribution],
            IsExhaustive = draws.IsExhaustive,
        };
    }

    // With β₀ = β̂ − τ · standard error, t = τ and t* is a ratio in τ.
    private static ConfidenceInterval Restricted(WildScores scores, WildDraws draws, int extra, double confidence)
    {
        var error = scores.StandardError;
        var root = error * scores.S;
        var region = new AcceptanceRegion(draws.Count + extra, extra);
        foreach (var draw in draws.Values)
        {
            region.Add(draw.IsConstant
                ? default
                : Quartic.Extreme(draw.N0 / root, draw.N1 / scores.S, draw.W0 / (root * root), draw.W1 / (root * scores.S), draw.W2 / (scores.S * scores.S)));
        }

        var (low, high) = region.Hull(1 - confidence);
        return new(scores.Estimate - (high * error), scores.Estimate - (low * error), confidence);
    }

    // {β₀ : share of |t*| ≥ |t(β₀)| > α} = β̂ ± c · standard error, c the |t*| of rank ⌊αN⌋ + 1 from above
    private static ConfidenceInterval Unrestricted(WildScores scores, double[] distribution, int extra, double confidence)
    {
        double[] descending = [.. distribution.Select(Math.Abs).OrderDescending()];
        var rank = AcceptanceRegion.RankFromOutside(1 - confidence, distribution.Length + extra) - extra;
        var critical = rank < 0 ? double.PositiveInfinity : descending[rank];
        return new(scores.Estimate - (critical * scores.StandardError), scores.Estimate + (critical * scores.StandardError), confidence);
    }

    private static string Method(RegressionFit fit, WildClusterBootstrapOptions options, WildDraws draws)
    {
        var kind = options.Subclusters is null ? "wild cluster bootstrap" : "wild subcluster bootstrap";
        var hypothesis = options.ImposeNull ? "null imposed" : "null not imposed";
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{fit.Method}, {kind} ({options.Weights} weights, {hypothesis}, {(draws.IsExhaustive ? "all " : "")}{draws.Count} draws)");
    }

    private static ImmutableArray<EstimationWarning> Warnings(WildClusterBootstrapOptions options, WildDraws draws, double minimum, int extra)
    {
        List<EstimationWarning> warnings = [];
        if (minimum > 1 - options.Confidence)
        {
            warnings.Add(new(EstimationWarningKind.MinimumPValueAboveLevel, Value: minimum, Limit: 1 - options.Confidence));
        }

        if (extra > 0)
        {
            warnings.Add(new(EstimationWarningKind.AssignmentsSampled, Value: draws.Count, Limit: (double)draws.Possible));
        }

        return [.. warnings];
    }
}
