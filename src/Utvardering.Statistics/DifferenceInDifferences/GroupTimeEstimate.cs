using System.Collections.Immutable;
using System.Globalization;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Group-time effects, and the averages made of them; see <see cref="GroupTime"/>.</summary>
/// <remarks>
/// Averages weight cohorts by their share of units, and the influence functions hold the estimation of the shares too: for weights
/// P(G = g) / Σ P(G = g) over the effects k averaged, unit i adds w_i Σ_{k: g_k = G_i} (ATT_k − average) / Σ_k P(G = g_k).
/// </remarks>
public sealed class GroupTimeEstimate
{
    private readonly GroupTimeSample sample;
    private readonly ImmutableArray<GroupTimeCell> cells;
    private readonly GroupTimeAverages averages;

    internal GroupTimeEstimate(GroupTimeSample sample, GroupTimeOptions options, ImmutableArray<GroupTimeCell> cells, ImmutableArray<EstimationWarning> warnings)
    {
        if (!cells.Any(cell => cell.Period >= cell.Cohort))
        {
            throw new ArgumentException("No effect after treatment can be estimated: every cohort lacks controls or observations in its treated periods.");
        }

        (this.sample, this.cells) = (sample, cells);
        (Options, Warnings) = (options, warnings);
        Sample = Size(sample);
        var inference = new InfluenceInference(sample, options, Method(sample, options), Sample, warnings);
        averages = new(sample, inference);
        var (estimates, critical) = inference.Of(
            [.. cells.Select(cell => (cell.Value, cell.Influence, string.Create(CultureInfo.InvariantCulture, $"effect in {cell.Period} on the cohort of {cell.Cohort}")))]);
        Effects = [.. cells.Zip(estimates, (cell, of) => new GroupTimeEffect(
            cell.Cohort, cell.Period, of.Estimate with { Sample = Sample with { Units = cell.Units, TreatedUnits = cell.Treated } }, of.Band, cell.Influence is null))];
        CriticalValue = critical;
        PreTrend = GroupTimePreTrend.Of(cells, inference);
    }

    /// <summary>ATT(g, t) for every cohort and period that could be estimated, by cohort and period.</summary>
    public ImmutableArray<GroupTimeEffect> Effects { get; }

    /// <summary>The sup-t critical value of the effects' uniform bands; null without a bootstrap.</summary>
    public double? CriticalValue { get; }

    /// <summary>The joint test of the effects before treatment; null when there is none, or their covariance is singular.</summary>
    public PreTrendWald? PreTrend { get; }

    /// <summary>How it was estimated.</summary>
    public GroupTimeOptions Options { get; }

    /// <summary>What it rests on.</summary>
    public SampleSize Sample { get; }

    /// <summary>What the reader must know.</summary>
    public ImmutableArray<EstimationWarning> Warnings { get; }

    /// <summary>One average of all effects after treatment, cohorts weighted by their size: those treated long weigh more.</summary>
    public GroupTimeAggregate Simple() =>
        averages.Of([], averages.ByShare([.. Treated().Select(Part)]), "simple average effect");

    /// <summary>One average for each cohort over its treated periods; overall their mean weighted by size. The overall effect in the sense of a 2 × 2 design.</summary>
    public GroupTimeAggregate ByCohort()
    {
        GroupTimeAverage[] parts = [.. Treated().GroupBy(cell => cell.Cohort).Select(cells =>
            averages.Equally(cells.Key, [.. cells.Select(Part)]) with { Cohort = cells.Key })];
        return averages.Of([.. parts], averages.ByShare(parts), "average effect by cohort");
    }

    /// <summary>One average for each period over the cohorts treated by then; overall their plain mean.</summary>
    public GroupTimeAggregate ByPeriod()
    {
        GroupTimeAverage[] parts = [.. Treated().GroupBy(cell => cell.Period).OrderBy(cells => cells.Key).Select(cells =>
            averages.ByShare([.. cells.Select(Part)]) with { Key = cells.Key })];
        return averages.Of([.. parts], averages.Equally(0, parts), "average effect by period");
    }

    /// <summary>The event study: one average for each number of periods since treatment began; overall the plain mean from 0 on.</summary>
    /// <param name="first">The first event time shown; null for all.</param>
    /// <param name="last">The last event time shown; null for all.</param>
    /// <param name="balance">
    /// Use only cohorts observed at this event time and show none after it, so that the same cohorts make every average from 0 on; null for all.
    /// </param>
    /// <exception cref="ArgumentException">No event time from 0 on remains.</exception>
    public GroupTimeAggregate ByEventTime(int? first = null, int? last = null, int? balance = null)
    {
        var (minimum, maximum) = (sample.Panel.Periods[0], sample.Panel.Periods[^1]);
        GroupTimeAverage[] parts = [.. this.cells
            .Where(cell => balance is not { } at
                || (maximum - cell.Cohort >= at && cell.Period - cell.Cohort <= at && cell.Period - cell.Cohort >= at - maximum + minimum))
            .GroupBy(cell => cell.Period - cell.Cohort)
            .Where(cells => (first is null || cells.Key >= first) && (last is null || cells.Key <= last))
            .OrderBy(cells => cells.Key)
            .Select(cells => averages.ByShare([.. cells.Select(Part)]) with { Key = cells.Key })];
        GroupTimeAverage[] treated = [.. parts.Where(part => part.Key >= 0)];
        if (treated.Length == 0)
        {
            throw new ArgumentException("No effect from event time 0 on remains: widen the event times, or balance at one that some cohort reaches.");
        }

        return averages.Of([.. parts], averages.Equally(0, treated), "average effect by event time");
    }

    private IEnumerable<GroupTimeCell> Treated() => cells.Where(cell => cell.Period >= cell.Cohort);

    private static GroupTimeAverage Part(GroupTimeCell cell) => new(0, cell.Cohort, cell.Value, cell.Influence);

    private static SampleSize Size(GroupTimeSample sample)
    {
        var observations = sample.Outcomes.Sum(outcomes => outcomes.Count(outcome => !double.IsNaN(outcome)));
        return new(observations, sample.Count, sample.Cohorts.Sum(cohort => sample.UnitsOf(cohort).Length), sample.Outcomes.Length, sample.ClusterCount);
    }

    private static string Method(GroupTimeSample sample, GroupTimeOptions options)
    {
        var controls = options.Controls == GroupTimeControls.NeverTreated ? "never-treated" : "not-yet-treated";
        var adjusted = options switch
        {
            { RepeatedCrossSections: true } => ", repeated cross-sections",
            { Covariates.IsEmpty: true } => "",
            { Method: GroupTimeMethod.DoublyRobust } => ", doubly robust",
            { Method: GroupTimeMethod.InverseProbability } => ", inverse-probability weighted",
            _ => ", regression-adjusted",
        };
        var errors = options.Bootstrap is null ? "influence-function standard errors" : "multiplier-bootstrap standard errors";
        var clusters = sample.ClusterCount == sample.Count ? "by unit" : "clustered";
        return $"Callaway–Sant'Anna, {controls} controls{adjusted}, {errors} {clusters}";
    }
}
