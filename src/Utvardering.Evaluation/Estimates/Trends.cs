using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Disclosure.Tables;

namespace Utvardering.Evaluation.Estimates;

/// <summary>The descriptive series behind the charts: groups and shown municipalities, as they are and as a moving year.</summary>
internal static class Trends
{
    public static IEnumerable<GroupTrendRow> Groups(Outcome outcome, IndicatorSeries series, IEnumerable<string> groups, DateOnly start)
    {
        foreach (var group in groups)
        {
            var cells = series.Groups.Where(cell => cell.Group == group).ToDictionary(cell => cell.Period);
            if (cells.Count == 0)
            {
                continue; // a group that no figures are asked of has no series, which is not the same as a suppressed one
            }

            var axis = Axis(series);
            var smooth = Smooth(series, [.. axis.Select(period => cells.TryGetValue(period, out var cell) ? (cell.Value, cell.Numerator, cell.Denominator) : default)]);
            var persons = axis.Select(period => cells.TryGetValue(period, out var cell) ? cell.Persons : null).ToList();
            var before = MovingYear.Pool(
                [.. cells.Values.Where(cell => cell.Period >= outcome.PreFrom && cell.Period < start && cell.Value is not null).Select(cell => (cell.Value, cell.Numerator, cell.Denominator))],
                series.HasExposure, series.Indicator.Per, needed: 1);
            for (var i = 0; i < axis.Count; i++)
            {
                var cell = cells.GetValueOrDefault(axis[i]);
                yield return new GroupTrendRow
                {
                    OutcomeId = outcome.Id,
                    IndicatorId = outcome.Indicator,
                    GroupId = group,
                    Origin = series.Origin,
                    Grain = series.Indicator.Grain,
                    PeriodStart = axis[i],
                    Value = cell?.Value,
                    Smooth = smooth[i],
                    Index = smooth[i] is { } now && before is > 0 ? 100 * now / before : null,
                    Municipalities = cell?.Municipalities ?? 0,
                    Members = cell?.Members ?? 0,
                    ExposureStatus = cell?.ExposureStatus,
                    Persons = series.Origin == "published" ? null : LeastOfYear(persons, i, PeriodsInYear(series)),
                    Source = series.Source,
                    Vintage = series.Vintage,
                };
            }
        }
    }

    public static IEnumerable<MunicipalityTrendRow> Municipalities(
        Outcome outcome, IndicatorSeries series, string group, IEnumerable<string> members)
    {
        var axis = Axis(series);
        foreach (var municipality in members)
        {
            var cells = series.Cells.Where(cell => cell.Municipality == municipality).ToDictionary(cell => cell.Period);
            var smooth = Smooth(series, [.. axis.Select(period => cells.TryGetValue(period, out var cell) ? (cell.Value, cell.Numerator, cell.Denominator) : default)]);
            for (var i = 0; i < axis.Count; i++)
            {
                if (cells.TryGetValue(axis[i], out var cell))
                {
                    yield return new MunicipalityTrendRow
                    {
                        OutcomeId = outcome.Id,
                        IndicatorId = outcome.Indicator,
                        GroupId = group,
                        MunicipalityCode = municipality,
                        Municipality = cell.Name,
                        Origin = series.Origin,
                        Grain = series.Indicator.Grain,
                        PeriodStart = axis[i],
                        Value = cell.Value,
                        Smooth = smooth[i],
                        Status = cell.Status,
                        ExposureStatus = cell.ExposureStatus,
                        Source = series.Source,
                        Vintage = series.Vintage,
                    };
                }
            }
        }
    }

    private static List<DateOnly> Axis(IndicatorSeries series)
    {
        var months = (int)WindowPlanner.Grain(series);
        var axis = new List<DateOnly>();
        for (var period = series.FirstPeriod; period <= series.LastPeriod; period = period.AddMonths(months))
        {
            axis.Add(period);
        }

        return axis;
    }

    private static int PeriodsInYear(IndicatorSeries series) => 12 / (int)WindowPlanner.Grain(series);

    private static IReadOnlyList<double?> Smooth(IndicatorSeries series, IReadOnlyList<(double? Value, double? Numerator, double? Denominator)> cells)
        => MovingYear.Of(cells, series.HasExposure, series.Indicator.Per, PeriodsInYear(series));

    private static long LeastOfYear(List<long?> persons, int last, int periodsInYear)
        => persons.Skip(Math.Max(0, last + 1 - periodsInYear)).Take(Math.Min(periodsInYear, last + 1)).Min(count => count ?? 0);
}
