using Utvardering.Statistics.Random;

namespace Utvardering.Validation.Panels;

/// <summary>Panels of autoregressive series, unlike in variance, in which nothing happens on average.</summary>
/// <remarks>
/// y(i,t) = α(i) + λ(t) + σ(i) u(i,t), with u(i,t) = 0.6 u(i,t−1) + 0.8 ε(i,t) from its stationary distribution; α, λ and ε standard normal,
/// σ(i) = exp(z/2) with z standard normal. Which units are treated says nothing of their variances.
/// </remarks>
/// <param name="units">The number of units.</param>
/// <param name="treated">How many of them are treated.</param>
/// <param name="spread">The standard deviation of the treated units' effects, which are centred so that their mean is exactly zero.</param>
internal sealed class AutoregressivePanel(int units, int treated, double spread)
{
    public const int Before = 24;
    public const int After = 18;
    public const double Correlation = 0.6;

    private const double MeanCount = 20;
    private const double CountSpread = 0.15;

    public Trial Draw(ulong seed, ulong stream)
    {
        var random = new RandomSequence(seed, stream);
        double[] periods = [.. Enumerable.Range(0, Before + After).Select(_ => random.NextNormal())];
        double[][] outcome = [.. Enumerable.Range(0, units).Select(_ => Series(random, periods))];
        double[] effects = [.. Enumerable.Range(0, treated).Select(_ => spread * random.NextNormal())];
        var mean = effects.Average();
        for (var unit = 0; unit < treated; unit++)
        {
            for (var month = Before; month < Before + After; month++)
            {
                outcome[unit][month] += effects[unit] - mean;
            }
        }

        return new(outcome, [.. Enumerable.Range(0, units).Select(unit => unit < treated)], Before, stream + 1, () => spread > 0 ? null : Counts(outcome, random));
    }

    private static double[] Series(RandomSequence random, double[] periods)
    {
        var (level, deviation, state) = (random.NextNormal(), Math.Exp(random.NextNormal() / 2), random.NextNormal());
        var series = new double[periods.Length];
        for (var month = 0; month < series.Length; month++)
        {
            series[month] = level + periods[month] + (deviation * state);
            state = (Correlation * state) + (Math.Sqrt(1 - (Correlation * Correlation)) * random.NextNormal());
        }

        return series;
    }

    // Counts around exp of the outcome: no effect on the one is none on the other.
    private static double[][] Counts(double[][] outcome, RandomSequence random) =>
        [.. outcome.Select(series => series.Select(value => random.Poisson(MeanCount * Math.Exp(CountSpread * value))).ToArray())];
}
