using System.Globalization;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Comparisons;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Panels;

namespace Utvardering.Evaluation.Estimates;

/// <summary>Chooses the municipalities that are compared, and writes down every one that is not, and every one that another programme touched.</summary>
internal sealed class UnitSelection(EvaluationPlan plan, OtherProgrammes programmes, IReadOnlyDictionary<string, string> names)
{
    /// <param name="outcome">The outcome.</param>
    /// <param name="design">The design.</param>
    /// <param name="series">The outcome's figures.</param>
    /// <param name="windows">Its windows.</param>
    /// <param name="treated">The treated group's members.</param>
    /// <param name="controls">The comparison group's members, none of them treated.</param>
    public (StudyUnits Units, IReadOnlyList<DecisionRow> Decisions) Choose(
        Outcome outcome, Design design, IndicatorSeries series, Windows windows, IReadOnlyList<string> treated, IReadOnlyList<string> controls)
    {
        var decisions = new List<DecisionRow>();
        var excluded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (programme, part) in programmes.During(windows, design.Control, [.. treated, .. controls]))
        {
            // The treated stay: what else they had is part of what is judged, and is told.
            var goes = !design.KeepsOtherProgrammes && !treated.Contains(part.Municipality!);
            decisions.Add(OtherProgramme(outcome, design, part.Municipality!, programme.Title.Sv, programme.Title.En, goes));
            if (goes)
            {
                excluded.Add(part.Municipality!);
            }
        }

        var known = series.Cells
            .Where(cell => cell.Value is not null)
            .GroupBy(cell => cell.Municipality)
            .ToDictionary(group => group.Key, group => group.Select(cell => cell.Period).ToList(), StringComparer.Ordinal);

        bool Enough(string municipality)
        {
            var periods = known.GetValueOrDefault(municipality) ?? [];
            var own = windows.Of(municipality).ToList();
            var (before, after) = (own.Min(window => Share(periods, window.Before, window.BeforePeriods)), own.Min(window => Share(periods, window.After, window.AfterPeriods)));
            if (before >= plan.Coverage && after >= plan.Coverage)
            {
                return true;
            }

            decisions.Add(LeftOut(outcome, design, municipality, before, after));
            return false;
        }

        return (new StudyUnits([.. treated.Except(windows.OutOfReach.Select(each => each.Municipality)).Where(Enough)], [.. controls.Except(treated).Where(control => !excluded.Contains(control)).Where(Enough)]), decisions);
    }

    private static double Share(List<DateOnly> periods, PeriodWindow window, int length) => (double)periods.Count(window.Contains) / length;

    private DecisionRow OtherProgramme(Outcome outcome, Design design, string code, string sv, string en, bool goes) => new()
    {
        OutcomeId = outcome.Id,
        DesignId = design.Id,
        MunicipalityCode = code,
        Kind = goes ? "excluded" : "kept",
        ReasonSv = $"{names[code]} ingick under perioden i {sv} och {(goes ? "är därför inte med" : "är ändå med")}.",
        ReasonEn = $"{names[code]} took part in {en} during the period and is {(goes ? "therefore left out" : "kept all the same")}.",
    };

    private DecisionRow LeftOut(Outcome outcome, Design design, string code, double before, double after)
    {
        var (b, a, c) = (Whole(before), Whole(after), Whole(plan.Coverage));
        return new DecisionRow
        {
            OutcomeId = outcome.Id,
            DesignId = design.Id,
            MunicipalityCode = code,
            Kind = "left_out",
            ReasonSv = $"{names[code]} har uppgift för {b} procent av perioderna före och {a} procent av perioderna efter start; minst {c} procent krävs.",
            ReasonEn = $"{names[code]} has data for {b} per cent of the periods before and {a} per cent of those after the start; at least {c} per cent is required.",
        };
    }

    private static string Whole(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture);
}
