using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>One tidy row of a <see cref="CohortPanel"/>: what one unit had in one period.</summary>
/// <param name="Unit">The unit's id, such as a municipality code "0380".</param>
/// <param name="Period">The number of the period: a year, or months or quarters counted from anywhere, one apart.</param>
/// <param name="Outcome">The outcome, or a count where there is an exposure; <see cref="double.NaN"/> when missing.</param>
public sealed record CohortPanelRow(string Unit, int Period, double Outcome)
{
    /// <summary>The first period in which the unit is treated, the same in all of its rows; null when it never is.</summary>
    public int? Cohort { get; init; }

    /// <summary>The weight of the row, positive.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The exposure of a count; null in a panel whose outcome is no count.</summary>
    public double? Exposure { get; init; }

    /// <summary>The cluster of the unit, the same in all of its rows; null: each unit is its own.</summary>
    public string? Cluster { get; init; }

    /// <summary>Covariates, in the order of the panel's names.</summary>
    public ImmutableArray<double> Covariates { get; init; } = [];
}
