using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>A difference in differences of two groups and two windows, with all it is made of; see <see cref="TwoByTwo"/>.</summary>
/// <param name="Before">The window before treatment.</param>
/// <param name="After">The window after treatment began.</param>
/// <param name="TreatedBefore">Mean over treated units before.</param>
/// <param name="TreatedAfter">Mean over treated units after.</param>
/// <param name="ControlBefore">Mean over control units before.</param>
/// <param name="ControlAfter">Mean over control units after.</param>
/// <param name="UnitChanges">The units used, in the panel's order.</param>
/// <param name="Warnings">What the reader must know.</param>
public sealed record TwoByTwoEstimate(
    WindowSummary Before,
    WindowSummary After,
    double TreatedBefore,
    double TreatedAfter,
    double ControlBefore,
    double ControlAfter,
    ImmutableArray<UnitChange> UnitChanges,
    ImmutableArray<EstimationWarning> Warnings)
{
    /// <summary>Mean change of the treated units.</summary>
    public double TreatedChange => TreatedAfter - TreatedBefore;

    /// <summary>Mean change of the control units.</summary>
    public double ControlChange => ControlAfter - ControlBefore;

    /// <summary>The average effect on the treated, in the outcome's unit: treated change − control change.</summary>
    public double Estimate => TreatedChange - ControlChange;

    /// <summary>What the treated would have had after, untreated, under parallel trends: treated before + control change.</summary>
    public double TreatedCounterfactual => TreatedBefore + ControlChange;

    /// <summary>The number of treated units used.</summary>
    public int TreatedCount => UnitChanges.Count(unit => unit.Treated);

    /// <summary>The number of control units used.</summary>
    public int ControlCount => UnitChanges.Count(unit => !unit.Treated);
}
