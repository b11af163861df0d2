using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>A panel of months added up to quarters, with the quarters that are not whole.</summary>
/// <param name="Panel">Counts and exposures of each unit and quarter (units × quarters).</param>
/// <param name="PartialQuarters">Every cell with fewer than three months, by unit and quarter.</param>
public sealed record QuarterlyPanel(Panel Panel, ImmutableArray<PartialQuarter> PartialQuarters)
{
    /// <summary>Adds up counts and exposures of months to quarters.</summary>
    /// <remarks>
    /// The rate of a quarter is Σ count / Σ exposure × scale over the months present, never the mean of monthly rates.
    /// A missing month is left out of both sums, so a partial quarter has a rate for the part that is there;
    /// a quarter without any month is missing.
    /// </remarks>
    /// <exception cref="ArgumentException">The panel is not monthly, has no exposures, or spans a single quarter.</exception>
    public static QuarterlyPanel FromMonths(Panel months)
    {
        if (months.Periods.Grain != PeriodGrain.Month || !months.HasExposure)
        {
            throw new ArgumentException("Quarters are made from monthly counts with exposures: give such a panel.");
        }

        var rows = new List<PanelObservation>();
        var partial = ImmutableArray.CreateBuilder<PartialQuarter>();
        for (var unit = 0; unit < months.Units.Length; unit++)
        {
            foreach (var quarter in Enumerable.Range(0, months.Periods.Count).GroupBy(month => QuarterOf(months, month)))
            {
                var present = quarter.Where(month => !months.IsMissing(unit, month)).ToArray();
                rows.Add(present.Length == 0
                    ? new(months.Units[unit], quarter.Key, double.NaN, double.NaN)
                    : new(months.Units[unit], quarter.Key, present.Sum(month => months.Outcome(unit, month)), present.Sum(month => months.Exposure(unit, month))));
                if (present.Length < 3)
                {
                    partial.Add(new(months.Units[unit], quarter.Key, present.Length));
                }
            }
        }

        return new(Panel.FromObservations(PeriodGrain.Quarter, rows, months.RateScale), partial.ToImmutable());
    }

    private static DateOnly QuarterOf(Panel months, int month) => PeriodAxis.StartOf(PeriodGrain.Quarter, months.Periods.Starts[month]);
}
