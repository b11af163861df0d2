using System.Collections.Immutable;
using Utvardering.Statistics.Intervals;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.SyntheticControl.Pooled;

/// <summary>Several treated units, each with a synthetic control of its own, pooled.</summary>
/// <remarks>
/// <para>
/// τ̂ = the plain mean over treated units of their mean gap from their own start. The donors are never treated, so that a treated unit is neither in its
/// own donor pool nor in another's.
/// </para>
/// <para>
/// Two tests. (1) Averages of placebos: as many distinct donors as there are treated units, each in one's place with its start; p = the share of averages (the
/// observed one counted in) at least as large in size, and the interval τ̂ ± the average that is the (1 − α) quantile (Cavallo, Galiani, Noy and Pantano 2013;
/// Abadie and L'Hour 2021, section 4). (2) Ranks: the sum of the units' ranks among their placebos, which a single badly followed donor cannot sway (Dube and Zipperer 2015).
/// </para>
/// </remarks>
/// <seealso href="https://doi.org/10.1080/01621459.2021.1971535"/>
public static class PooledSyntheticControl
{
    private const double TieTolerance = 1e-10;

    /// <summary>Pools all treated units of the panel.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="options">Which donors, which weights; the unit must not be named.</param>
    /// <param name="pooled">Draws and seed.</param>
    /// <exception cref="ArgumentException">A missing cell; no treated units; a unit named; not more donors than treated units; a treated donor; no period before treatment.</exception>
    public static PooledEstimate Estimate(CohortPanel panel, SyntheticControlOptions? options = null, PooledOptions? pooled = null)
    {
        options ??= new();
        pooled ??= new();
        var problems = Problems(OutcomeTable.Of(panel, options.RateScale), options);
        var controls = problems.Select(problem => SyntheticControlMethod.Estimate(problem, options)).ToArray();
        var pool = PlaceboPool.Of(problems, options);
        var averages = new PlaceboAverages(pool, problems.DistinctBy(problem => problem.PrePeriods).Count() == 1, pooled);
        var (effects, standardised) = averages.Draw();

        var effect = controls.Average(control => control.Effect.Value);
        var standardisedEffect = controls.Zip(problems).Average(pair => pair.First.Effect.Value / Math.Max(pair.First.PreRmspe, SyntheticControlWarnings.Rounding(pair.Second)));
        var ranks = new RankTest([.. controls.Select(control => control.Effect.Value)], [.. pool.Effects.Select(unit => unit.Select(placebo => placebo.Effect).ToArray())]);
        var alpha = 1 - options.Confidence;
        var estimate = new Estimate
        {
            Method = $"mean of {controls.Length} effects ({SyntheticControlMethod.Name(options.Variant)}), averages of placebos",
            Value = effect,
            PValue = PValue(effects, effect),
            Interval = Interval(effects, effect, alpha),
            Sample = Sample(problems, panel),
            Seed = averages.IsExhaustive ? null : pooled.Seed,
            Warnings =
            [
                .. controls.SelectMany(control => control.Effect.Warnings).Distinct(),
                .. Sampled(averages),
                .. TooFew(1.0 / (averages.Count + 1), alpha),
            ],
        };
        return new()
        {
            Effect = estimate,
            RankEffect = estimate with
            {
                Method = $"mean of {controls.Length} effects ({SyntheticControlMethod.Name(options.Variant)}), ranks among placebos",
                PValue = ranks.PValue(0),
                Interval = ranks.Interval(alpha),
                Seed = null,
                Warnings = [.. controls.SelectMany(control => control.Effect.Warnings).Distinct(), .. TooFew(ranks.MinimumP, alpha)],
            },
            PValueStandardised = PValue(standardised, standardisedEffect),
            Units = [.. controls.Select((control, unit) => new PooledUnit(control, ranks.Rank(unit), problems[unit].Donors.Length + 1))],
            Gaps = ByEventTime(controls),
            PlaceboAverages = effects,
        };
    }

    /// <summary>
    /// The mean effect alone, without a test, for panels that differ from one in treated cells alone, for <see cref="Power.PlaceboPower"/>: weights do not
    /// depend on these.
    /// </summary>
    /// <param name="panel">The one.</param>
    /// <param name="options">Which donors, which weights; the unit must not be named.</param>
    /// <exception cref="ArgumentException">As <see cref="Estimate"/>.</exception>
    public static Func<CohortPanel, Estimate> Prepare(CohortPanel panel, SyntheticControlOptions? options = null)
    {
        options ??= new();
        var fits = Problems(OutcomeTable.Of(panel, options.RateScale), options).Select(problem => SyntheticFitter.Fit(problem, options)).ToArray();
        return other =>
        {
            var problems = Problems(OutcomeTable.Of(other, options.RateScale), options);
            return new()
            {
                Method = $"mean of {fits.Length} effects ({SyntheticControlMethod.Name(options.Variant)})",
                Value = fits.Zip(problems).Average(pair => pair.First.Gaps(pair.Second).Skip(pair.Second.PrePeriods).Average()),
                Interval = new(double.NaN, double.NaN, options.Confidence),
                Sample = Sample(problems, panel),
            };
        };
    }

    private static SampleSize Sample(DonorProblem[] problems, CohortPanel panel)
    {
        var units = problems[0].Donors.Length + problems.Length;
        return new(units * panel.Periods.Length, units, problems.Length, panel.Periods.Length);
    }

    private static DonorProblem[] Problems(OutcomeTable table, SyntheticControlOptions options)
    {
        if (options.Unit is not null)
        {
            throw new ArgumentException($"All treated units are pooled, but unit \"{options.Unit}\" is named: leave the name out, or estimate that unit alone.");
        }

        var donors = DonorProblem.DonorPositions(table, options);
        var treated = table.Treated;
        return treated.Length >= 1 && donors.Length > treated.Length
            ? [.. treated.Select(unit => DonorProblem.Of(table, unit, donors))]
            : throw new ArgumentException($"Pooling needs treated units and more donors than them, for the placebos: there are {treated.Length} treated units and {donors.Length} donors.");
    }

    // (1 + #{|placebo average| ≥ |effect|}) / (M + 1)
    private static double PValue(ImmutableArray<double> averages, double effect) =>
        (1.0 + averages.Count(average => Math.Abs(average) >= Math.Abs(effect) * (1 - TieTolerance))) / (averages.Length + 1);

    // Effects c with p(c) > α: |τ̂ − c| is at most the average of the rank that leaves αM' above.
    private static ConfidenceInterval Interval(ImmutableArray<double> averages, double effect, double alpha)
    {
        var sizes = averages.Select(Math.Abs).OrderDescending().ToArray();
        var rank = (int)Math.Floor(alpha * (averages.Length + 1) * (1 + TieTolerance)) - 1;
        var half = rank < 0 ? double.PositiveInfinity : sizes[Math.Min(rank, sizes.Length - 1)];
        return new(effect - half, effect + half, 1 - alpha);
    }

    private static ImmutableArray<PeriodGap> ByEventTime(SyntheticControlEstimate[] controls) =>
    [
        .. controls.SelectMany(control => control.Gaps.Select(gap => gap with { Period = gap.Period - control.Start }))
            .GroupBy(gap => gap.Period)
            .OrderBy(group => group.Key)
            .Select(group => new PeriodGap(group.Key, group.Average(gap => gap.Observed), group.Average(gap => gap.Synthetic))),
    ];

    private static EstimationWarning[] Sampled(PlaceboAverages averages) => averages.IsExhaustive
        ? []
        : [new(EstimationWarningKind.AssignmentsSampled, Value: averages.Count, Limit: (double)averages.Possible)];

    private static EstimationWarning[] TooFew(double minimumP, double alpha) => minimumP > alpha
        ? [new(EstimationWarningKind.MinimumPValueAboveLevel, Value: minimumP, Limit: alpha)]
        : [];
}
