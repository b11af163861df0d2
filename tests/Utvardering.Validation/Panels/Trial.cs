using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Statistics.Panels;

namespace Utvardering.Validation.Panels;

/// <summary>One made-up evaluation: units × months, some units treated from one start on, with an average effect of exactly zero.</summary>
internal sealed class Trial
{
    // Panels without figures, which need building once for each shape: a fourth of the simulation's time otherwise.
    private static readonly ConcurrentDictionary<(int Units, int Periods), CohortPanel> Shapes = new();

    private readonly Lazy<double[][]?> _counts;

    /// <param name="outcome">Units × months.</param>
    /// <param name="treated">For each unit, whether it is treated.</param>
    /// <param name="before">Months before the start.</param>
    /// <param name="seed">The seed of methods that draw random numbers.</param>
    /// <param name="counts">Counts behind the outcome, units × months; null where an effect of zero on the outcome is none of zero on counts.</param>
    public Trial(double[][] outcome, bool[] treated, int before, ulong seed, Func<double[][]?> counts)
    {
        (Outcome, Treated, Before, Seed) = (outcome, [.. treated], before, seed);
        _counts = new(counts);
    }

    public double[][] Outcome { get; }

    public ImmutableArray<bool> Treated { get; }

    public int Before { get; }

    public ulong Seed { get; }

    public int After => Outcome[0].Length - Before;

    /// <summary>The standard deviation of the outcome within units: the unit in which lengths of intervals are told.</summary>
    public double Deviation
    {
        get
        {
            var squares = Outcome.Sum(series =>
            {
                var mean = series.Average();
                return series.Sum(value => (value - mean) * (value - mean));
            });
            return Math.Sqrt(squares / (Outcome.Length * (Outcome[0].Length - 1)));
        }
    }

    /// <summary>Mean after − mean before of each unit.</summary>
    public ImmutableArray<double> Changes() =>
        [.. Outcome.Select(series => series.AsSpan(Before).ToArray().Average() - series.AsSpan(0, Before).ToArray().Average())];

    /// <summary>The monthly panel. The periods are numbered from 1.</summary>
    public CohortPanel Months() => Panel(Outcome, Before);

    /// <summary>The panel of quarters counted from the start, each the mean of its three months.</summary>
    public CohortPanel Quarters() => Panel(Longer(Outcome, 3), Before / 3);

    /// <summary>The panel of half-years counted from the start, each the mean of its six months.</summary>
    public CohortPanel HalfYears() => Panel(Longer(Outcome, 6), Before / 6);

    /// <summary>The monthly panel of counts; null where there are none.</summary>
    public CohortPanel? Counts() => _counts.Value is { } counts ? Panel(counts, Before) : null;

    /// <summary>The same with the first treated units and the first controls alone, at most so many. (Units are in random order, or all alike.)</summary>
    public Trial With(int mostTreated, int mostControls)
    {
        int[] treated = [.. Enumerable.Range(0, Treated.Length).Where(unit => Treated[unit]).Take(mostTreated)];
        int[] controls = [.. Enumerable.Range(0, Treated.Length).Where(unit => !Treated[unit]).Take(mostControls)];
        return new(
            [.. treated.Concat(controls).Select(unit => Outcome[unit])], [.. treated.Select(_ => true), .. controls.Select(_ => false)], Before, Seed, () => null);
    }

    /// <summary>The mean series of the treated or of the controls.</summary>
    public double[] Mean(bool treated) => Mean(Outcome, treated);

    /// <summary>The mean series of counts; null where there are none.</summary>
    public double[]? MeanCounts(bool treated) => _counts.Value is { } counts ? Mean(counts, treated) : null;

    private double[] Mean(double[][] values, bool treated)
    {
        var units = values.Where((_, unit) => Treated[unit] == treated).ToArray();
        return [.. Enumerable.Range(0, values[0].Length).Select(month => units.Average(series => series[month]))];
    }

    private static double[][] Longer(double[][] months, int length) =>
        [.. months.Select(series => series.Chunk(length).Select(period => period.Average()).ToArray())];

    private CohortPanel Panel(double[][] values, int before) => Shapes
        .GetOrAdd((values.Length, values[0].Length), Empty)
        .WithCohorts([.. Treated.Select(isTreated => isTreated ? before + 1 : (int?)null)])
        .WithOutcomes((unit, period, _) => values[unit][period]);

    private static CohortPanel Empty((int Units, int Periods) shape) => CohortPanel.FromRows(
        from unit in Enumerable.Range(0, shape.Units)
        from period in Enumerable.Range(1, shape.Periods)
        select new CohortPanelRow(unit.ToString("D4", CultureInfo.InvariantCulture), period, 0));
}
