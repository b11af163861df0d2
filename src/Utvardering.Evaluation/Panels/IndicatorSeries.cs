using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation.Panels;

/// <summary>All that the warehouse holds of one indicator.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Origin"><c>published</c> or <c>delivered</c>.</param>
/// <param name="Source">The feed.</param>
/// <param name="Vintage">The content the feed had.</param>
/// <param name="Cells">By municipality and period, in that order.</param>
/// <param name="Groups">By group and period, in that order.</param>
internal sealed record IndicatorSeries(
    Indicator Indicator, string Origin, string Source, string Vintage, IReadOnlyList<SeriesCell> Cells, IReadOnlyList<GroupCell> Groups)
{
    /// <summary>Whether the figures are counts over an exposure, which are pooled as sums and never as means of rates.</summary>
    public bool HasExposure => Indicator.Group == "ratio_of_sums";

    public DateOnly FirstPeriod => Cells.Min(cell => cell.Period);

    public DateOnly LastPeriod => Cells.Max(cell => cell.Period);
}
