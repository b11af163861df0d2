using System.Collections.Immutable;

namespace Utvardering.Statistics.Panels;

/// <summary>Checks tidy rows and lays them out as units × periods.</summary>
internal static class PanelBuilder
{
    public static Panel Build(PeriodGrain grain, ImmutableArray<PanelObservation> observations, double rateScale)
    {
        if (observations.IsEmpty)
        {
            throw new ArgumentException("The panel has no units: no rows were given.");
        }

        var units = observations.Select(row => row.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var periods = PeriodAxis.Of(grain, observations.Select(row => row.Period));
        var hasExposure = observations.Any(row => row.Exposure is not null);
        CheckScale(rateScale, hasExposure);

        var cells = units.Length * periods.Count;
        var outcome = Missing(cells);
        var exposure = hasExposure ? Missing(cells) : null;
        var taken = new bool[cells];
        foreach (var row in observations)
        {
            var cell = (units.BinarySearch(row.Unit, StringComparer.Ordinal) * periods.Count) + periods.IndexOf(row.Period);
            if (taken[cell])
            {
                throw Fault(row, "has two rows: a panel holds one row for each unit and period, remove or add up the others");
            }

            taken[cell] = true;
            Check(row, hasExposure);
            outcome[cell] = row.Outcome;
            if (exposure is not null && !double.IsNaN(row.Outcome))
            {
                exposure[cell] = row.Exposure!.Value;
            }
        }

        return new(units, periods, [.. outcome], exposure is null ? default : [.. exposure], rateScale);
    }

    private static double[] Missing(int cells)
    {
        var values = new double[cells];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static void CheckScale(double rateScale, bool hasExposure)
    {
        if (!double.IsFinite(rateScale) || rateScale <= 0)
        {
            throw new ArgumentException("The rate scale must be a positive number, such as 1 200 000 for a rate per 100 000 inhabitants and year.");
        }

        if (!hasExposure && rateScale != 1)
        {
            throw new ArgumentException("A rate scale was given but no row has an exposure: give person-months for each count, or leave the scale at 1.");
        }
    }

    private static void Check(PanelObservation row, bool hasExposure)
    {
        if (double.IsInfinity(row.Outcome))
        {
            throw Fault(row, "has an infinite outcome: a missing outcome is given as NaN");
        }

        if (hasExposure && !double.IsNaN(row.Outcome) && row.Exposure is null)
        {
            throw Fault(row, "has a count without exposure while other rows have one: give its person-months, or NaN as the count");
        }

        if (hasExposure && !double.IsNaN(row.Outcome) && !(row.Exposure > 0 && double.IsFinite(row.Exposure.Value)))
        {
            throw Fault(row, "has an exposure that is not a positive number of person-months: correct it, or give NaN as the count");
        }
    }

    private static ArgumentException Fault(PanelObservation row, string what) =>
        new($"Unit \"{row.Unit}\", period {row.Period:O} {what}.");
}
