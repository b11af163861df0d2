using System.Collections.Immutable;

namespace Utvardering.Statistics.Rates;

/// <summary>A series held against its own variation: is a point or a pattern more than chance?</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Points">The points in their order in time.</param>
/// <param name="Runs">The analysis of runs.</param>
public sealed record ControlChart(ControlChartKind Kind, ImmutableArray<ControlChartPoint> Points, RunsAnalysis Runs)
{
    // E(range of two) / σ for a normal variable, and the upper limit of a moving range over their mean: the handbooks' constants.
    private const double D2 = 1.128;
    private const double D4 = 3.267;

    /// <summary>Draws up the chart.</summary>
    /// <param name="kind">What the series is.</param>
    /// <param name="numerators">Counts, or the measurements themselves.</param>
    /// <param name="denominators">Exposures or sizes, for proportions and rates; else empty.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">Fewer than two points, a denominator missing or not positive, a proportion above 1, a baseline outside the series.</exception>
    public static ControlChart Of(ControlChartKind kind, ImmutableArray<double> numerators, ImmutableArray<double> denominators = default, ControlChartOptions? options = null)
    {
        options ??= new();
        var sizes = Sizes(kind, numerators, denominators);
        var baseline = options.Baseline ?? numerators.Length;
        if (numerators.Length < 2 || baseline < 2 || baseline > numerators.Length)
        {
            throw new ArgumentException($"A control chart needs two points and a baseline of at least two of them: there are {numerators.Length} points and a baseline of {baseline}.");
        }

        var values = numerators.Zip(sizes, (count, size) => count / size).ToArray();

        // p̄ and ū are sum over sum, not a mean of rates.
        var centre = numerators.Take(baseline).Sum() / sizes.Take(baseline).Sum();
        var sigmas = Sigmas(kind, values, sizes, centre, baseline);
        var signals = Signals.Of([.. values.Select((value, i) => sigmas[i] > 0 ? (value - centre) / sigmas[i] : Math.Sign(value - centre))], values, options);
        var (floor, ceiling) = (kind == ControlChartKind.Individuals ? double.NegativeInfinity : 0, kind is ControlChartKind.P or ControlChartKind.PPrime ? 1 : double.PositiveInfinity);
        return new(
            kind,
            [.. values.Select((value, i) => new ControlChartPoint(
                value * options.Scale, centre * options.Scale, sigmas[i] * options.Scale,
                Math.Max(floor, centre - (3 * sigmas[i])) * options.Scale, Math.Min(ceiling, centre + (3 * sigmas[i])) * options.Scale,
                Math.Max(floor, centre - (2 * sigmas[i])) * options.Scale, Math.Min(ceiling, centre + (2 * sigmas[i])) * options.Scale,
                signals[i]))],
            RunsAnalysis.Of(values.Select(value => value - centre)));
    }

    private static double[] Sigmas(ControlChartKind kind, double[] values, double[] sizes, double centre, int baseline)
    {
        if (kind == ControlChartKind.Individuals)
        {
            var sigma = MeanMovingRange(values[..baseline]) / D2;
            return [.. values.Select(_ => sigma)];
        }

        var isProportion = kind is ControlChartKind.P or ControlChartKind.PPrime;
        var sigmas = sizes.Select(size => Math.Sqrt((isProportion ? centre * (1 - centre) : centre) / size)).ToArray();
        if (kind is not (ControlChartKind.PPrime or ControlChartKind.UPrime) || centre <= 0 || (isProportion && centre >= 1))
        {
            return sigmas;
        }

        // σ_z = mean |z(t) − z(t − 1)| / d₂ widens every σ
        var widening = MeanMovingRange([.. values.Take(baseline).Select((value, i) => (value - centre) / sigmas[i])]) / D2;
        return [.. sigmas.Select(sigma => sigma * widening)];
    }

    // Nelson (1982), "Control Charts for Individual Measurements": a range beyond its own limit is itself a signal and does not count.
    private static double MeanMovingRange(double[] values)
    {
        var ranges = values.Skip(1).Zip(values, (next, value) => Math.Abs(next - value)).ToArray();
        var limit = D4 * ranges.Average();
        return ranges.Where(range => range < limit || limit == 0).Average();
    }

    private static double[] Sizes(ControlChartKind kind, ImmutableArray<double> numerators, ImmutableArray<double> denominators)
    {
        if (kind is ControlChartKind.C or ControlChartKind.Individuals)
        {
            return denominators.IsDefaultOrEmpty
                ? [.. numerators.Select(_ => 1.0)]
                : throw new ArgumentException("Counts and single measurements have no denominators: use a chart of rates or proportions, or leave them out.");
        }

        if (denominators.IsDefault || denominators.Length != numerators.Length)
        {
            throw new ArgumentException($"The chart needs one denominator for each of the {numerators.Length} points.");
        }

        for (var i = 0; i < numerators.Length; i++)
        {
            if (!(denominators[i] > 0) || !(numerators[i] >= 0) || (kind is ControlChartKind.P or ControlChartKind.PPrime && numerators[i] > denominators[i]))
            {
                throw new ArgumentException($"Point number {i} has {numerators[i]} of {denominators[i]}: a point needs a positive denominator and a numerator that fits it.");
            }
        }

        return [.. denominators];
    }
}
