using System.Collections.Immutable;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A difference in differences of units that start at several times; see <see cref="StaggeredDifference"/>.</summary>
/// <param name="Shares">Each start's share of the treated units.</param>
/// <param name="Units">The units used, in the panel's order.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record StaggeredEstimate(ImmutableArray<double> Shares, ImmutableArray<StaggeredUnit> Units, ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>Mean over treated units before their own start.</summary>
    public double TreatedBefore => Treated.Average(unit => unit.Before[unit.Start!.Value]);

    /// <summary>Mean over treated units after their own start.</summary>
    public double TreatedAfter => Treated.Average(unit => unit.After[unit.Start!.Value]);

    /// <summary>Mean over controls before the starts, each start weighing as its share of the treated.</summary>
    public double ControlBefore => Controls.Average(unit => Weighted(unit.Before));

    /// <summary>The same after the starts.</summary>
    public double ControlAfter => Controls.Average(unit => Weighted(unit.After));

    /// <summary>The average effect on the treated, in the outcome's unit.</summary>
    public double Estimate => TreatedAfter - TreatedBefore - (ControlAfter - ControlBefore);

    /// <summary>The number of treated units used.</summary>
    public int TreatedCount => Treated.Count();

    /// <summary>The number of controls used.</summary>
    public int ControlCount => Controls.Count();

    /// <summary>The treated units used.</summary>
    public IEnumerable<StaggeredUnit> Treated => Units.Where(unit => unit.Start is not null);

    /// <summary>The units used that are never treated.</summary>
    public IEnumerable<StaggeredUnit> Controls => Units.Where(unit => unit.Start is null);

    /// <summary>The same of logarithms, so that a share and not a number is common to the units; a unit with a value that has no logarithm is left out.</summary>
    /// <exception cref="ArgumentException">A start or the controls have no unit left.</exception>
    public StaggeredEstimate Log() => StaggeredDifference.Of(
        Shares.Length, Units.Select(unit => unit with { Before = [.. unit.Before.Select(Log)], After = [.. unit.After.Select(Log)] }), Warnings);

    /// <summary>One figure for each start as one, each start weighing as its share of the treated.</summary>
    public double Weighted(ImmutableArray<double> byStart) => byStart.Zip(Shares, (value, share) => value * share).Sum();

    private static double Log(double value) => value > 0 ? Math.Log(value) : double.NaN;
}
