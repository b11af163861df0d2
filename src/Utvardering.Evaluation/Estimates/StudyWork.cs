using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Checks;
using Utvardering.Evaluation.Comparisons;
using Utvardering.Evaluation.Dose;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Evaluation.Power;

namespace Utvardering.Evaluation.Estimates;

/// <summary>One outcome under one design from its figures to its rows; it touches nothing else, so that studies can be made side by side and kept.</summary>
internal sealed class StudyWork(EvaluationBasis basis, Outcome outcome, Design design, IndicatorSeries series, TreatmentStarts starts, Windows windows)
{
    private readonly ResultRows rows = new();

    public Outcome Outcome => outcome;

    public Design Design => design;

    public IndicatorSeries Series => series;

    public Windows Windows => windows;

    public ResultRows Run()
    {
        var pool = basis.Pools.Of(design.Control, series, windows);
        var held = series.Cells.Select(cell => cell.Municipality).ToHashSet(StringComparer.Ordinal);
        if (!pool.Members.Any(held.Contains))
        {
            return NotEstimable("Ingen av jämförelsekommunerna har uppgiften.", "None of the comparison municipalities has the figures.");
        }

        rows.Distances.AddRange(Distances(pool));
        var (units, decisions) = Choose(design.Control, windows, pool);
        rows.Decisions.AddRange(decisions);
        rows.Decisions.AddRange(StartDecisions.Of(outcome, design, series, windows, basis.Names));
        if (units.Treated.Count < 2 || units.Controls.Count < 2)
        {
            return NotEstimable(
                $"För få kommuner har uppgifter: {units.Treated.Count} pilotkommuner och {units.Controls.Count} jämförelsekommuner; minst två av varje krävs.",
                $"Too few municipalities have figures: {units.Treated.Count} treated and {units.Controls.Count} controls; at least two of each are needed.");
        }

        var study = new Study(basis.Plan, outcome, design, series, windows, units).OfTheirStarts();
        Power(study);
        return Estimated(study) is { } estimate ? Rows(study, estimate, decisions) : rows;
    }

    /// <summary>What could have been seen, before anything is.</summary>
    private void Power(Study study)
    {
        try
        {
            if (StudyPower.Of(study) is { } power)
            {
                rows.Power.Add(power);
                return;
            }
        }
        catch (ArgumentException)
        {
            // As too short a past: told below.
        }

        rows.Decisions.Add(Decision("no_power", "Tiden före starten är för kort för att pröva hur små effekter som kunde ha upptäckts.", "The time before the start is too short to learn how small effects could have been seen."));
    }

    private StudyEstimate? Estimated(Study study)
    {
        try
        {
            return StudyEstimator.Estimate(study);
        }
        catch (ArgumentException refusal)
        {
            NotEstimable("Uppgifterna räcker inte för metoden, till exempel för få perioder före starten utan luckor.", $"The figures do not bear the method. {refusal.Message}");
            return null;
        }
    }

    private ResultRows Rows(Study study, StudyEstimate estimate, IReadOnlyList<DecisionRow> decisions)
    {
        var write = new StudyRows(study, basis.PlanHash, basis.Names);
        rows.Effects.Add(write.Effect(estimate));
        rows.UnitEffects.AddRange(write.Units(estimate));
        rows.Weights.AddRange(write.Weights(estimate));
        rows.Placebos.AddRange(write.Placebos(estimate));
        rows.Diagnostics.AddRange(DiagnosticRows.Of(study, estimate.Warnings));
        rows.Diagnostics.AddRange(Balance.Of(study, estimate, basis.Facts));
        if (design.Estimator == Estimators.Difference)
        {
            Differences(study, estimate);
        }

        Checks(new(
            study,
            estimate,
            (earlier, rule, end) => WindowPlanner.Plan(series, outcome.PreFrom, starts.Earlier(earlier), rule, end),
            (group, moved) => Choose(group, moved, basis.Pools.Of(group, series, moved)).Units,
            [.. decisions.Where(decision => decision.Kind == "kept").Select(decision => decision.MunicipalityCode!).Where(study.Units.Controls.Contains).Distinct()]));
        return rows;
    }

    /// <summary>What only a difference in differences has: its periods, its cohorts, and each municipality's change beside its dose.</summary>
    private void Differences(Study study, StudyEstimate estimate)
    {
        EventStudy(study);
        try
        {
            rows.GroupTime.AddRange(GroupTimeStudy.Estimate(study));
        }
        catch (ArgumentException)
        {
            // Description beside the event study: where gaps leave too little, the event study stands alone.
        }

        var (dose, response) = DoseStudy.Of(study, estimate, basis.Hours, basis.Names);
        rows.Dose.AddRange(dose);
        rows.DoseResponse.AddRange(response is null ? [] : [response]);
    }

    private void EventStudy(Study study)
    {
        try
        {
            var (periods, preTrend) = EventStudyStudy.Estimate(study, JudgedBefore(study));
            rows.EventStudy.AddRange(periods);
            if (preTrend is not null)
            {
                rows.Diagnostics.Add(DiagnosticRows.Of(study, preTrend));
            }
        }
        catch (ArgumentException refusal)
        {
            // It needs every period of a municipality, the windows do not.
            rows.Decisions.Add(Decision(
                "no_event_study",
                "Effekten period för period och utvecklingen före starten kunde inte skattas: för få kommuner har uppgift för alla perioder.",
                $"The effect by period and the time before the start could not be estimated. {refusal.Message}"));
        }
    }

    /// <summary>
    /// Municipalities chosen for having moved like the treated look parallel to them over the time they were chosen on, whatever follows
    /// (Daw and Hatfield 2018; Ham and Miratrix 2024): whether the groups were parting is judged with those chosen up to the plan's earliest placebo start.
    /// </summary>
    private StudyUnits JudgedBefore(Study study)
    {
        var earlier = basis.Plan.Sensitivity.PlaceboStartMonths
            .OrderDescending()
            .Select(months => WindowPlanner.Plan(series, outcome.PreFrom, starts.Earlier(months), basis.Plan.Windows, study.Windows.Before.Last))
            .FirstOrDefault(moved => moved is { OutOfReach: [] });
        if (earlier is null || basis.Pools.Of(design.Control, series, earlier) is not { Nearest.Count: > 0 } pool)
        {
            return study.Units;
        }

        var chosen = Choose(design.Control, earlier, pool).Units;
        return chosen is { Treated.Count: > 1, Controls.Count: > 1 } ? chosen : study.Units;
    }

    private void Checks(CheckedStudy study)
    {
        List<StudyCheck> checks = [.. StudyChecks.Run(study)];
        if (basis.Plan.Sensitivity.LeaveOneOut)
        {
            var left = LeaveOneOut.Run(study.Study, study.Main);
            rows.LeaveOneOut.AddRange(left.Select(unit => CheckRows.Of(study.Study, unit.Municipality, basis.Names[unit.Municipality], unit.Treated, unit.Estimate)));
            checks.Insert(0, LeaveOneOut.Range(study, left));
        }

        rows.Sensitivity.AddRange(checks.Select(check => CheckRows.Of(study.Study, check)));
    }

    private (StudyUnits Units, IReadOnlyList<DecisionRow> Decisions) Choose(string group, Windows within, ComparisonPool pool) =>
        basis.Selection.Choose(outcome, design with { Control = group }, series, within, basis.Treated, pool.Members);

    private IEnumerable<DistanceRow> Distances(ComparisonPool pool) => pool.Nearest.Where(nearness => nearness.Chosen).Select(nearness => new DistanceRow
    {
        OutcomeId = outcome.Id,
        GroupId = pool.Group,
        Origin = series.Origin,
        MunicipalityCode = nearness.Treated,
        DonorCode = nearness.Candidate,
        Donor = basis.Names[nearness.Candidate],
        Rank = nearness.Rank,
        Chosen = nearness.Chosen,
        Distance = nearness.Distance,
        Level = StudyRows.Known(nearness.Level),
        Trend = StudyRows.Known(nearness.Trend),
        Population = StudyRows.Known(nearness.Population),
        SameSkrGroup = nearness.SameSkrGroup,
    });

    private ResultRows NotEstimable(string sv, string en)
    {
        rows.Decisions.Add(Decision("not_estimable", sv, en));
        return rows;
    }

    private DecisionRow Decision(string kind, string sv, string en) => new() { OutcomeId = outcome.Id, DesignId = design.Id, Kind = kind, ReasonSv = sv, ReasonEn = en };
}
