using System.Globalization;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Chooses the municipalities that have data enough, and writes down every one that has not.</summary>
internal static class UnitSelection
{
    public static (StudyUnits Units, IReadOnlyList<DecisionRow> LeftOut) Choose(
        IndicatorSeries series, Windows windows, IReadOnlyList<string> treated, IReadOnlyList<string> controls,
        double coverage, Outcome outcome, Design design, IReadOnlyDictionary<string, string> names)
    {
        var known = series.Cells
            .Where(cell => cell.Value is not null)
            .GroupBy(cell => cell.Municipality)
            .ToDictionary(group => group.Key, group => group.Select(cell => cell.Period).ToList(), StringComparer.Ordinal);
        var leftOut = new List<DecisionRow>();

        bool Enough(string municipality)
        {
            var periods = known.GetValueOrDefault(municipality) ?? [];
            var (before, after) = (Share(periods, windows.Before, windows.Grain), Share(periods, windows.After, windows.Grain));
            if (before >= coverage && after >= coverage)
            {
                return true;
            }

            leftOut.Add(Decision(outcome, design, municipality, names[municipality], before, after, coverage));
            return false;
        }

        // A treated municipality is never a control, whatever the groups say.
        return (new StudyUnits([.. treated.Where(Enough)], [.. controls.Except(treated).Where(Enough)]), leftOut);
    }

    private static double Share(List<DateOnly> periods, PeriodWindow window, PeriodGrain grain)
    {
        var length = (((window.Last.Year - window.First.Year) * 12) + window.Last.Month - window.First.Month) / (int)grain + 1;
        return (double)periods.Count(window.Contains) / length;
    }

    private static DecisionRow Decision(Outcome outcome, Design design, string code, string name, double before, double after, double coverage)
    {
        var (b, a, c) = (Whole(before), Whole(after), Whole(coverage));
        return new DecisionRow
        {
            OutcomeId = outcome.Id,
            DesignId = design.Id,
            MunicipalityCode = code,
            Kind = "left_out",
            ReasonSv = $"{name} har uppgift för {b} procent av perioderna före och {a} procent av perioderna efter start; minst {c} procent krävs.",
            ReasonEn = $"{name} has data for {b} per cent of the periods before and {a} per cent of those after the start; at least {c} per cent is required.",
        };
    }

    private static string Whole(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
}
