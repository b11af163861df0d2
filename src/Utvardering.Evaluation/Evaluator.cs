using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Caching;
using Utvardering.Evaluation.Comparisons;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Panels;
using Utvardering.Evaluation.Plans;
using Utvardering.Evaluation.Verdicts;
using Utvardering.Warehouse;
using Utvardering.Warehouse.DuckDb;
using Utvardering.Warehouse.Registry;

namespace Utvardering.Evaluation;

/// <summary>Carries out a plan over the warehouse's marts.</summary>
public sealed class Evaluator
{
    private readonly EvaluationPlan plan;
    private readonly RegistryFiles registry;
    private readonly EvaluationRequest request;
    private readonly WarehouseSeries series;
    private readonly EvaluationBasis basis;
    private readonly StudyKey keys;
    private readonly ResultRows rows = new();
    private readonly List<StudyWork> works = [];

    /// <param name="warehouse">The warehouse, read only.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="planHash">The hash of what the plan says; see <see cref="PlanStanding"/>.</param>
    /// <param name="registry">The registry.</param>
    /// <param name="request">What is asked beside the plan.</param>
    /// <exception cref="InputException">An outcome is asked for that the plan lacks.</exception>
    public Evaluator(Database warehouse, EvaluationPlan plan, string planHash, RegistryFiles registry, EvaluationRequest? request = null)
    {
        (this.plan, this.registry) = (plan, registry);
        this.request = request ?? new();
        if (this.request.Outcomes.FirstOrDefault(id => plan.Outcomes.All(outcome => outcome.Id != id)) is { } unknown)
        {
            throw new InputException($"The plan {plan.Id} has no outcome '{unknown}'. It has: {string.Join(", ", plan.Outcomes.Select(outcome => outcome.Id))}.");
        }

        series = new(warehouse);
        var facts = new MunicipalityFacts(warehouse);
        var hours = SupportHours.Read(warehouse, plan.Programme);
        basis = new()
        {
            Plan = plan,
            PlanHash = planHash,
            Treated = series.Members.GetValueOrDefault(plan.TreatedGroup, []),
            Names = series.Names,
            Facts = facts,
            Pools = new(registry, plan, series.Members, facts),
            Selection = new(plan, new(registry, plan), series.Names),
            Hours = hours,
        };
        keys = new(basis, StudyKey.Hash(string.Join('\n',
            JsonSerializer.Serialize(series.Members.OrderBy(group => group.Key, StringComparer.Ordinal)),
            JsonSerializer.Serialize(series.Names.OrderBy(name => name.Key, StringComparer.Ordinal)),
            JsonSerializer.Serialize(registry.Programmes),
            JsonSerializer.Serialize(registry.Groups.Select(group => new { group.Id, Members = group.Members.ToString(), group.Without })),
            JsonSerializer.Serialize(hours.OrderBy(hour => hour.Key).Select(hour => new { hour.Key.Municipality, hour.Key.Month, hour.Value })),
            facts.Hash)));
    }

    private IReadOnlyList<Outcome> Outcomes => request.Outcomes.Count == 0 ? plan.Outcomes : [.. plan.Outcomes.Where(outcome => request.Outcomes.Contains(outcome.Id))];

    /// <summary>Estimates every outcome under every design. What can't be estimated becomes a decision with its reason.</summary>
    /// <param name="progress">Is told each study as it is done, and how many there are.</param>
    /// <param name="cancellationToken">Stops between studies; those that are done are kept.</param>
    /// <exception cref="InputException">A treated municipality without a start in the registry, or a placebo start that is not before the real one.</exception>
    public ResultRows Run(IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var (starts, end) = Starts();
        foreach (var outcome in Outcomes)
        {
            Prepare(outcome, starts, end);
        }

        foreach (var study in Make(progress, cancellationToken))
        {
            rows.Add(study);
        }

        var distances = rows.Distances.Distinct().ToList();
        rows.Distances.Clear();
        rows.Distances.AddRange(distances);
        var corrected = FamilyCorrection.Of(plan, rows.Effects);
        rows.Effects.Clear();
        rows.Effects.AddRange(corrected);
        rows.Verdicts.AddRange(Verdicts.Verdicts.Of(plan, basis.PlanHash, rows, Outcomes));
        return rows;
    }

    /// <summary>The days from which the treated are treated, and the last day used; a placebo start ends before the first real one.</summary>
    private (TreatmentStarts Starts, DateOnly? End) Starts()
    {
        if (basis.Treated.Count == 0)
        {
            throw new InputException($"The group {plan.TreatedGroup} has no members in the warehouse, so that nobody is treated. See pipelines/registry/groups.yaml.");
        }

        var participants = registry.Programmes.Single(programme => programme.Id == plan.Programme).Participants;
        if (request.PlaceboStart is { } placebo)
        {
            var first = participants.Min(part => part.From);
            return placebo < first
                ? (new(basis.Treated.Select(municipality => KeyValuePair.Create(municipality, placebo))), first.AddDays(-1))
                : throw new InputException($"A placebo start must lie before the programme's own, {first:yyyy-MM-dd}; {placebo:yyyy-MM-dd} does not.");
        }

        var parts = participants.ToLookup(part => part.Municipality);
        return basis.Treated.FirstOrDefault(municipality => !parts[municipality].Any()) is { } without
            ? throw new InputException($"{series.Names[without]} ({without}) is in the group {plan.TreatedGroup} and takes no part in {plan.Programme}, so that it has no start. Give it a line in pipelines/registry/programmes.yaml, or take it out of the group.")
            : (new(basis.Treated.Select(municipality => KeyValuePair.Create(municipality, parts[municipality].Min(part => part.From)))), null);
    }

    private void Prepare(Outcome outcome, TreatmentStarts starts, DateOnly? end)
    {
        var indicator = registry.Indicators.Single(candidate => candidate.Id == outcome.Indicator);
        if (series.Read(indicator) is not { } read)
        {
            NotEstimable(outcome, indicator.Grain, "Ingen källa i körningen har uppgiften.", "No source of the run has the figures.");
            return;
        }

        var windows = WindowPlanner.Plan(read, outcome.PreFrom, starts, plan.Windows, end);
        Describe(outcome, read, starts.First, windows);
        if (windows is null)
        {
            NotEstimable(
                outcome,
                indicator.Grain,
                $"Uppgifterna omfattar {read.FirstPeriod:yyyy-MM} till {read.LastPeriod:yyyy-MM} och täcker inte båda sidor om starten {starts.First:yyyy-MM-dd}, när inkörningen räknats bort.",
                $"The figures cover {read.FirstPeriod:yyyy-MM} to {read.LastPeriod:yyyy-MM}, not both sides of the start {starts.First:yyyy-MM-dd} with the roll-in left out.");
            return;
        }

        works.AddRange(plan.Designs.Where(design => design.IsFor(indicator.Grain)).Select(design => new StudyWork(basis, outcome, design, read, starts, windows)));
    }

    private void Describe(Outcome outcome, IndicatorSeries read, DateOnly start, Windows? windows)
    {
        var groups = plan.Shown.Concat(plan.Designs.Select(design => design.Control)).Distinct(StringComparer.Ordinal).ToList();
        var chosen = windows is null ? [] : groups.Select(group => basis.Pools.Of(group, read, windows)).Where(pool => pool.Nearest.Count > 0).ToList();
        var all = chosen.Count == 0 ? read : read with { Groups = [.. read.Groups, .. chosen.SelectMany(pool => ChosenGroup.Series(read, pool))] };
        rows.GroupTrend.AddRange(Trends.Groups(outcome, all, groups, start));
        foreach (var group in plan.Shown)
        {
            rows.MunicipalityTrend.AddRange(Trends.Municipalities(outcome, read, group, series.Members[group]));
        }
    }

    /// <summary>Every study in the plan's order, however many are made side by side.</summary>
    private ResultRows[] Make(IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var cache = request.Cache is { } folder ? new StudyCache(folder, request.ProgramVersion) : null;
        string[] named = [.. works.Select(keys.Of)];
        var made = new ResultRows[works.Count];
        var done = 0;
        Parallel.For(0, works.Count, new() { MaxDegreeOfParallelism = request.Threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken }, index =>
        {
            var (work, clock) = (works[index], Stopwatch.StartNew());
            var kept = cache?.Find(named[index]);
            made[index] = kept is null ? work.Run() : Named(kept);
            if (kept is null)
            {
                cache?.Keep(named[index], made[index]);
            }

            progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref done)} of {works.Count}: {work.Outcome.Id} {work.Design.Id}, {(kept is null ? $"{clock.Elapsed.TotalSeconds:0.0} s" : "as before")}"));
        });
        return made;
    }

    /// <summary>A kept study under this plan's name: it may have been made for another plan that asked the same.</summary>
    private ResultRows Named(ResultRows kept) => kept with { Effects = [.. kept.Effects.Select(effect => effect with { PlanId = plan.Id, PlanHash = basis.PlanHash })] };

    private void NotEstimable(Outcome outcome, string grain, string sv, string en) => rows.Decisions.AddRange(plan.Designs
        .Where(design => design.IsFor(grain))
        .Select(design => new DecisionRow { OutcomeId = outcome.Id, DesignId = design.Id, Kind = "not_estimable", ReasonSv = sv, ReasonEn = en }));
}
