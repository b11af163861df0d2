using System.Globalization;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Disclosure.Tables;
using Utvardering.Statistics.Randomisation;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation;

/// <summary>Carries out a plan over the warehouse's marts.</summary>
public sealed class Evaluator(Database warehouse, EvaluationPlan plan, RegistryFiles registry)
{
    private readonly WarehouseSeries series = new(warehouse);
    private readonly List<EffectRow> effects = [];
    private readonly List<EventStudyRow> eventStudy = [];
    private readonly List<DiagnosticRow> diagnostics = [];
    private readonly List<DecisionRow> decisions = [];
    private readonly List<GroupTrendRow> groupTrend = [];
    private readonly List<MunicipalityTrendRow> municipalityTrend = [];

    /// <summary>Estimates every outcome under every design. What can't be estimated becomes a decision with its reason.</summary>
    /// <param name="progress">Is told each outcome's id as it is begun.</param>
    /// <exception cref="InputException">The plan asks for what the registry rules out, such as one start where there are several.</exception>
    public EvaluationResults Run(IProgress<string>? progress = null)
    {
        var start = Start();
        foreach (var outcome in plan.Outcomes)
        {
            progress?.Report(outcome.Id);
            var indicator = registry.Indicators.Single(candidate => candidate.Id == outcome.Indicator);
            if (series.Read(indicator) is not { } read)
            {
                NotEstimable(outcome, "Ingen källa i körningen har uppgiften.", "No source of the run has the figures.");
                continue;
            }

            Describe(outcome, read, start);
            if (WindowPlanner.Plan(read, outcome, start) is not { } windows)
            {
                NotEstimable(
                    outcome,
                    $"Uppgifterna omfattar {read.FirstPeriod:yyyy-MM} till {read.LastPeriod:yyyy-MM} och täcker inte båda sidor om starten {start:yyyy-MM-dd}.",
                    $"The figures cover {read.FirstPeriod:yyyy-MM} to {read.LastPeriod:yyyy-MM}, not both sides of the start {start:yyyy-MM-dd}.");
                continue;
            }

            foreach (var design in plan.Designs)
            {
                Estimate(outcome, design, read, windows);
            }
        }

        return new EvaluationResults(effects, eventStudy, diagnostics, decisions, groupTrend, municipalityTrend);
    }

    /// <summary>The one day from which the treated are treated.</summary>
    private DateOnly Start()
    {
        var starts = registry.Programmes.Single(programme => programme.Id == plan.Programme).Participants.Select(part => part.From).Distinct().Order().ToList();
        return starts.Count == 1
            ? starts[0]
            : throw new InputException($"The design did-2x2 needs one start for all treated, and the registry gives {plan.Programme} several: {string.Join(", ", starts.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))}.");
    }

    private void Describe(Outcome outcome, IndicatorSeries read, DateOnly start)
    {
        var groups = plan.Shown.Concat(plan.Designs.Select(design => design.Control)).Distinct(StringComparer.Ordinal).ToList();
        groupTrend.AddRange(Trends.Groups(outcome, read, groups, start));
        foreach (var group in plan.Shown)
        {
            municipalityTrend.AddRange(Trends.Municipalities(outcome, read, group, series.Members[group]));
        }
    }

    private void Estimate(Outcome outcome, Design design, IndicatorSeries read, Windows windows)
    {
        var held = read.Cells.Select(cell => cell.Municipality).ToHashSet(StringComparer.Ordinal);
        var controls = series.Members[design.Control];
        if (!controls.Any(held.Contains))
        {
            NotEstimable(outcome, "Ingen av jämförelsekommunerna har uppgiften.", "None of the comparison municipalities has the figures.", design);
            return;
        }

        var (units, leftOut) = UnitSelection.Choose(read, windows, series.Members[plan.TreatedGroup], controls, plan.Coverage, outcome, design, series.Names);
        decisions.AddRange(leftOut);
        if (units.Treated.Count < 2 || units.Controls.Count < 2)
        {
            NotEstimable(
                outcome,
                $"För få kommuner har uppgifter: {units.Treated.Count} pilotkommuner och {units.Controls.Count} jämförelsekommuner; minst två av varje krävs.",
                $"Too few municipalities have figures: {units.Treated.Count} treated and {units.Controls.Count} controls; at least two of each are needed.",
                design);
            return;
        }

        var study = new Study(plan, outcome, design, read, windows, units);
        var panel = StudyPanels.Make(read, windows, units);
        var options = new RandomisationOptions { Alpha = 1 - plan.Level, Seed = plan.Seed };
        options = design.Draws > 0 ? options with { SampleSize = design.Draws + 1 } : options; // the observed assignment is one of them
        var (effect, warnings) = TwoByTwoStudy.Estimate(study, panel, options);
        if (effect.Inference != design.Inference)
        {
            throw new InputException($"The plan {plan.Id} asks for {design.Inference} in {design.Id}, but {effect.TreatedUnits} of {effect.TreatedUnits + effect.ControlUnits} units give {effect.Inference}. Change the design's inference.");
        }

        effects.Add(effect);
        diagnostics.AddRange(warnings);
        var (periods, tests) = EventStudyStudy.Estimate(study, panel, options);
        eventStudy.AddRange(periods);
        diagnostics.AddRange(tests);
    }

    private void NotEstimable(Outcome outcome, string sv, string en, Design? only = null)
    {
        foreach (var design in only is null ? plan.Designs : [only])
        {
            decisions.Add(new DecisionRow { OutcomeId = outcome.Id, DesignId = design.Id, Kind = "not_estimable", ReasonSv = sv, ReasonEn = en });
        }
    }
}
