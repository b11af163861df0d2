using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Estimates;

namespace Utvardering.Evaluation.Dose;

/// <summary>The change of each treated municipality beside the hours of support it got: description, never proof.</summary>
internal static class DoseStudy
{
    /// <param name="study">A study of differences.</param>
    /// <param name="estimate">Its answer, with each treated municipality's own change less the controls'.</param>
    /// <param name="hours">Hours of the evaluated programme by municipality and month.</param>
    /// <param name="names">The municipalities' names.</param>
    public static (IReadOnlyList<DoseRow> Rows, DoseResponseRow? Response) Of(
        Study study, StudyEstimate estimate, IReadOnlyDictionary<(string Municipality, DateOnly Month), double> hours, IReadOnlyDictionary<string, string> names)
    {
        var logged = hours.Keys.Select(key => key.Municipality).ToHashSet(StringComparer.Ordinal);
        var until = study.Windows.After.Last.AddMonths((int)study.Windows.Grain);

        // A municipality without a log has unknown hours, which is not none.
        var units = estimate.Units.Where(unit => logged.Contains(unit.Municipality)).Select(unit => (
            unit.Municipality,
            unit.Value,
            Hours: hours.Where(hour => hour.Key.Municipality == unit.Municipality && hour.Key.Month >= study.Windows.Of(unit.Municipality).First().Start && hour.Key.Month < until).Sum(hour => hour.Value))).ToList();
        if (units.Count < 3)
        {
            return ([], null);
        }

        double[] dose = [.. units.Select(unit => unit.Hours)];
        double[] change = [.. units.Select(unit => unit.Value)];
        var slope = Slope(dose, change);
        return (
            [.. units.Select(unit => new DoseRow
            {
                OutcomeId = study.Outcome.Id,
                DesignId = study.Design.Id,
                Origin = study.Series.Origin,
                MunicipalityCode = unit.Municipality,
                Municipality = names[unit.Municipality],
                Hours = unit.Hours,
                Change = unit.Value,
            })],
            new DoseResponseRow
            {
                ResultId = $"dose:{study.Key}",
                OutcomeId = study.Outcome.Id,
                DesignId = study.Design.Id,
                IndicatorId = study.Outcome.Indicator,
                Origin = study.Series.Origin,
                Municipalities = units.Count,
                HoursLeast = dose.Min(),
                HoursMost = dose.Max(),
                RankCorrelation = StudyRows.Known(Correlation(Ranks(dose), Ranks(change))),
                ChangePer100Hours = StudyRows.Known(100 * slope),
                Persons = study.Persons(),
                Source = study.Series.Source,
                Vintage = study.Series.Vintage,
            });
    }

    private static double Slope(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var spread = x.Sum(value => (value - meanX) * (value - meanX));
        return spread > 0 ? x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / spread : double.NaN;
    }

    /// <summary>NaN where either does not vary, as the hours before any support.</summary>
    private static double Correlation(double[] x, double[] y)
    {
        var (forward, back) = (Slope(x, y), Slope(y, x));
        return Math.CopySign(Math.Sqrt(forward * back), forward);
    }

    /// <summary>Ranks from 1, ties at their mean.</summary>
    private static double[] Ranks(double[] values) => [.. values.Select(value => values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0))];
}
