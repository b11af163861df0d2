using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>
/// A balanced panel: one cell for every unit and period (units × periods), some of which may be missing.
/// The outcome is either a value used as it is, or a count with an exposure, whose rate is then analysed.
/// Units are in ordinal order of their ids, whatever the order of the rows, so that results do not depend on it.
/// </summary>
public sealed class Panel
{
    private readonly ImmutableArray<double> outcome;
    private readonly ImmutableArray<double> exposure;

    internal Panel(ImmutableArray<string> units, PeriodAxis periods, ImmutableArray<double> outcome, ImmutableArray<double> exposure, double rateScale)
    {
        Units = units;
        Periods = periods;
        this.outcome = outcome;
        this.exposure = exposure;
        RateScale = rateScale;
    }

    /// <summary>The ids of the units, in ordinal order.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>The periods, ascending and without gaps.</summary>
    public PeriodAxis Periods { get; }

    /// <summary>Whether the outcome is a count with an exposure in person-months.</summary>
    public bool HasExposure => !exposure.IsDefault;

    /// <summary>
    /// What count / exposure is multiplied by to give <see cref="Value"/>: 1 200 000 makes counts over person-months
    /// a rate per 100 000 inhabitants and year. It is 1 where there is no exposure.
    /// </summary>
    public double RateScale { get; }

    /// <summary>Builds a panel from tidy rows in any order. A unit and period without a row is a missing cell.</summary>
    /// <param name="grain">The length of the periods.</param>
    /// <param name="observations">The rows, at most one for a unit and period.</param>
    /// <param name="rateScale">See <see cref="RateScale"/>.</param>
    /// <exception cref="ArgumentException">
    /// No units; fewer than two periods; a gap in the periods; two rows for a unit and period; an infinite outcome;
    /// an exposure that is absent or not positive beside a count; a rate scale without exposures. The message names unit and period.
    /// </exception>
    public static Panel FromObservations(PeriodGrain grain, IEnumerable<PanelObservation> observations, double rateScale = 1) =>
        PanelBuilder.Build(grain, [.. observations], rateScale);

    /// <summary>The outcome as given (the count, where there is an exposure); <see cref="double.NaN"/> when missing.</summary>
    public double Outcome(int unit, int period) => outcome[Cell(unit, period)];

    /// <summary>The exposure of the count in person-months; <see cref="double.NaN"/> when the cell is missing.</summary>
    /// <exception cref="InvalidOperationException">The panel has no exposures.</exception>
    public double Exposure(int unit, int period) => HasExposure
        ? exposure[Cell(unit, period)]
        : throw new InvalidOperationException("The panel's outcome is no count: it has no exposures.");

    /// <summary>What is analysed: count / exposure × <see cref="RateScale"/>, or the outcome where there is no exposure.</summary>
    public double Value(int unit, int period) => HasExposure
        ? Outcome(unit, period) / Exposure(unit, period) * RateScale
        : Outcome(unit, period);

    /// <summary>Whether the cell is missing.</summary>
    public bool IsMissing(int unit, int period) => double.IsNaN(Outcome(unit, period));

    /// <summary>The position of a unit.</summary>
    /// <exception cref="ArgumentException">The panel lacks the unit.</exception>
    public int IndexOf(string unit)
    {
        var index = Units.BinarySearch(unit, StringComparer.Ordinal);
        return index >= 0 ? index : throw new ArgumentException($"The panel has no unit \"{unit}\": check the id against the panel's units.");
    }

    private int Cell(int unit, int period) => (unit * Periods.Count) + period;
}
