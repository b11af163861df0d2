using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>
/// Units × periods with the time each unit began to be treated: what estimators for staggered starts work on. Cells may be missing.
/// Units are in ordinal order of their ids, whatever the order of the rows, so that results do not depend on it.
/// </summary>
public sealed class CohortPanel
{
    private readonly double[] outcome;
    private readonly double[] weight;
    private readonly double[]? exposure;
    private readonly ImmutableDictionary<string, double[]> covariates;

    internal CohortPanel(
        ImmutableArray<string> units, ImmutableArray<int> periods, ImmutableArray<int?> cohorts, ImmutableArray<int> clusters,
        double[] outcome, double[] weight, double[]? exposure, ImmutableDictionary<string, double[]> covariates)
    {
        (Units, Periods, Cohorts, Clusters) = (units, periods, cohorts, clusters);
        (this.outcome, this.weight, this.exposure, this.covariates) = (outcome, weight, exposure, covariates);
    }

    /// <summary>The ids of the units, in ordinal order.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>The numbers of the periods, ascending, one apart.</summary>
    public ImmutableArray<int> Periods { get; }

    /// <summary>For each unit the first period in which it is treated; null for the never-treated.</summary>
    public ImmutableArray<int?> Cohorts { get; }

    /// <summary>For each unit the number of its cluster, 0 … clusters − 1.</summary>
    public ImmutableArray<int> Clusters { get; }

    /// <summary>The names of the covariates.</summary>
    public IEnumerable<string> CovariateNames => covariates.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether the outcome is a count with an exposure.</summary>
    public bool HasExposure => exposure is not null;

    /// <summary>Whether no cell is missing.</summary>
    public bool IsBalanced => !Array.Exists(outcome, double.IsNaN);

    /// <summary>Whether a cell has another weight than 1.</summary>
    public bool IsWeighted => weight.AsSpan().ContainsAnyExcept(1.0);

    /// <summary>Builds a panel from tidy rows in any order. A unit and period without a row is a missing cell.</summary>
    /// <param name="covariates">The names of the rows' covariates, in their order.</param>
    /// <exception cref="ArgumentException">
    /// No rows; one period; a gap in the periods; two rows for a unit and period; a cohort or cluster that changes within a unit; an outcome,
    /// weight, exposure or covariate that is no usable number. The message names unit and period.
    /// </exception>
    public static CohortPanel FromRows(IEnumerable<CohortPanelRow> rows, params ImmutableArray<string> covariates) =>
        CohortPanelBuilder.Build([.. rows], covariates);

    /// <summary>The outcome (the count, where there is an exposure); <see cref="double.NaN"/> when missing. Arguments are positions, not ids.</summary>
    public double Outcome(int unit, int period) => outcome[Cell(unit, period)];

    /// <summary>The weight of the cell; 1 where none was given.</summary>
    public double Weight(int unit, int period) => weight[Cell(unit, period)];

    /// <summary>The exposure of the cell; NaN when it is missing.</summary>
    /// <exception cref="InvalidOperationException">The panel has no exposures.</exception>
    public double Exposure(int unit, int period) => exposure is null
        ? throw new InvalidOperationException("The panel's outcome is no count: it has no exposures.")
        : exposure[Cell(unit, period)];

    /// <summary>A covariate of the cell; NaN when the cell is missing.</summary>
    /// <exception cref="ArgumentException">The panel lacks the covariate.</exception>
    public double Covariate(string name, int unit, int period) => covariates.TryGetValue(name, out var values)
        ? values[Cell(unit, period)]
        : throw new ArgumentException($"The panel has no covariate \"{name}\": it has {string.Join(", ", CovariateNames)}.");

    /// <summary>Whether the unit is treated in the period.</summary>
    public bool IsTreated(int unit, int period) => Cohorts[unit] is { } start && Periods[period] >= start;

    /// <summary>The unit's outcomes in all periods.</summary>
    public ReadOnlySpan<double> Series(int unit) => outcome.AsSpan(unit * Periods.Length, Periods.Length);

    /// <summary>The panel without one unit.</summary>
    /// <exception cref="ArgumentException">It is the only unit.</exception>
    public CohortPanel Without(int unit) => Units.Length > 1
        ? Select([.. Enumerable.Range(0, Units.Length).Where(other => other != unit)], 0, Periods.Length)
        : throw new ArgumentException($"\"{Units[unit]}\" is the panel's only unit: nothing is left without it.");

    /// <summary>The units that have all periods.</summary>
    /// <exception cref="ArgumentException">No unit has.</exception>
    public CohortPanel Balanced()
    {
        int[] whole = [.. Enumerable.Range(0, Units.Length).Where(unit => !Series(unit).ToArray().Any(double.IsNaN))];
        return whole.Length > 0
            ? Select(whole, 0, Periods.Length)
            : throw new ArgumentException($"No unit has all {Periods.Length} periods: shorten the panel to periods that are there.");
    }

    /// <summary>
    /// Quarters (3) or years (12) of months, years (4) of quarters: counts and exposures are added up, other outcomes averaged; a longer period
    /// that lacks one of its own is missing, and those at the ends that are not whole are left out. A unit is treated from the one on in which it starts.
    /// </summary>
    /// <param name="length">Periods in a longer one; its number is that of a period divided by it, rounded down.</param>
    /// <exception cref="ArgumentException">Fewer than two longer periods lie wholly in the panel.</exception>
    public CohortPanel Aggregate(int length) => PeriodAggregation.Of(this, length);

    /// <summary>Some of the periods in a row.</summary>
    /// <param name="first">The position of the first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not in the panel, or fewer than two.</exception>
    public CohortPanel Window(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Periods.Length);
        return count == Periods.Length ? this : Select([.. Enumerable.Range(0, Units.Length)], first, count);
    }

    /// <summary>The same units with other starts of treatment.</summary>
    /// <exception cref="ArgumentException">Not one start for each unit.</exception>
    public CohortPanel WithCohorts(ImmutableArray<int?> cohorts) => cohorts.Length == Units.Length
        ? new(Units, Periods, cohorts, Clusters, outcome, weight, exposure, covariates)
        : throw new ArgumentException($"The panel has {Units.Length} units, {cohorts.Length} starts of treatment were given.");

    /// <summary>The same panel with outcomes made of unit position, period position and outcome; missing ones stay missing.</summary>
    public CohortPanel WithOutcomes(Func<int, int, double, double> of) => new(
        Units, Periods, Cohorts, Clusters,
        [.. outcome.Select((value, cell) => double.IsNaN(value) ? value : of(cell / Periods.Length, cell % Periods.Length, value))],
        weight, exposure, covariates);

    /// <summary>The panel of count / exposure, without exposures; itself where it has none.</summary>
    public CohortPanel Rates() => this.exposure is null
        ? this
        : new(Units, Periods, Cohorts, Clusters, [.. outcome.Zip(this.exposure, (count, exposure) => count / exposure)], weight, null, covariates);

    /// <summary>The same panel with other outcomes in treated cells; missing ones stay missing.</summary>
    public CohortPanel WithTreatedOutcomes(Func<double, double> of)
    {
        double[] outcome = [.. this.outcome];
        for (var unit = 0; unit < Units.Length; unit++)
        {
            for (var period = 0; period < Periods.Length && Cohorts[unit] is not null; period++)
            {
                ref var value = ref outcome[Cell(unit, period)];
                value = IsTreated(unit, period) && !double.IsNaN(value) ? of(value) : value;
            }
        }

        return new(Units, Periods, Cohorts, Clusters, outcome, weight, exposure, covariates);
    }

    private CohortPanel Select(int[] units, int first, int count)
    {
        double[] Cells(double[] values)
        {
            var cells = new double[units.Length * count];
            for (var i = 0; i < units.Length; i++)
            {
                values.AsSpan((units[i] * Periods.Length) + first, count).CopyTo(cells.AsSpan(i * count));
            }

            return cells;
        }

        // Clusters keep numbers one apart.
        var clusters = units.Select(unit => Clusters[unit]).Distinct().Order().Index().ToDictionary(cluster => cluster.Item, cluster => cluster.Index);
        return new(
            [.. units.Select(unit => Units[unit])], [.. Periods.Skip(first).Take(count)], [.. units.Select(unit => Cohorts[unit])],
            [.. units.Select(unit => clusters[Clusters[unit]])], Cells(outcome), Cells(weight), exposure is null ? null : Cells(exposure),
            covariates.ToImmutableDictionary(pair => pair.Key, pair => Cells(pair.Value), StringComparer.Ordinal));
    }

    private int Cell(int unit, int period) => (unit * Periods.Length) + period;
}
