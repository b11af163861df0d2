using System.Collections.Immutable;
using System.Globalization;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Averages of group-time effects with their influence functions.</summary>
internal sealed class GroupTimeAverages
{
    private readonly GroupTimeSample sample;
    private readonly InfluenceInference inference;
    private readonly Dictionary<int, double> share;

    public GroupTimeAverages(GroupTimeSample sample, InfluenceInference inference)
    {
        (this.sample, this.inference) = (sample, inference);
        share = sample.Cohorts.ToDictionary(cohort => cohort, cohort => sample.UnitsOf(cohort).Sum(unit => sample.ShareWeight[unit]) / sample.Count);
    }

    /// <summary>The plain mean.</summary>
    public GroupTimeAverage Equally(int key, GroupTimeAverage[] parts) => new(
        key, 0, parts.Average(part => part.Value), Combine(parts, [.. parts.Select(_ => 1.0 / parts.Length)]));

    /// <summary>The mean with weights P(G = g) / Σ P(G = g), its influence function with that of the shares.</summary>
    public GroupTimeAverage ByShare(GroupTimeAverage[] parts)
    {
        var sum = parts.Sum(part => share[part.Cohort]);
        double[] weights = [.. parts.Select(part => share[part.Cohort] / sum)];
        var value = parts.Zip(weights, (part, weight) => part.Value * weight).Sum();
        if (Combine(parts, weights) is not { } influence)
        {
            return new(0, 0, value, null);
        }

        // ψ_i += w_i Σ_{k: g_k = G_i} (ATT_k − average) / Σ_k P(G = g_k)
        foreach (var ofCohort in parts.GroupBy(part => part.Cohort))
        {
            var pull = ofCohort.Sum(part => part.Value - value) / sum;
            foreach (var unit in sample.UnitsOf(ofCohort.Key))
            {
                influence[unit] += sample.ShareWeight[unit] * pull;
            }
        }

        return new(0, 0, value, influence);
    }

    public GroupTimeAggregate Of(ImmutableArray<GroupTimeAverage> parts, GroupTimeAverage overall, string what)
    {
        var (estimates, critical) = inference.Of(
            [.. parts.Select(part => (part.Value, part.Influence, string.Create(CultureInfo.InvariantCulture, $"{what} ({part.Key})")))]);
        var functions = parts.Select(part => part.Influence is null ? null : inference.ByCluster(part.Influence)).ToArray();
        return new()
        {
            Overall = inference.Of([(overall.Value, overall.Influence, what)]).Estimates[0].Estimate,
            Parts = [.. parts.Zip(estimates, (part, of) => new GroupTimePart(part.Key, of.Estimate, of.Band, part.Influence is null))],
            CriticalValue = critical,
            Covariance = [.. functions.Select(one => functions
                .Select(other => one is null || other is null ? 0 : InfluenceInference.Covariance(one, other)).ToImmutableArray())],
        };
    }

    private double[]? Combine(GroupTimeAverage[] parts, double[] weights)
    {
        if (parts.All(part => part.Influence is null))
        {
            return null;
        }

        var sum = new double[sample.Count];
        foreach (var (part, weight) in parts.Zip(weights))
        {
            if (part.Influence is { } influence)
            {
                for (var unit = 0; unit < sum.Length; unit++)
                {
                    sum[unit] += weight * influence[unit];
                }
            }
        }

        return sum;
    }
}
