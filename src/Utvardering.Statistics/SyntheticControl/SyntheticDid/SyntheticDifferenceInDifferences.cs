using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Synthetic difference in differences, for one treated unit, several, and staggered starts.</summary>
/// <remarks>
/// <para>
/// τ̂ = (Ȳ₁,post − Σ λₜȲ₁ₜ) − Σ ωᵢ (Ȳᵢ,post − Σ λₜYᵢₜ). The unit weights make the controls run parallel to the treated before treatment (an intercept
/// allows another level), the period weights make the controls' past like their future. Both are exact solutions of the paper's
/// problems, where the reference package stops its Frank–Wolfe iteration early.
/// </para>
/// <para>
/// With staggered starts each cohort is held against the never-treated, and cohorts are averaged by treated units × periods
/// (Clarke, Pailañir, Athey and Imbens 2023, "Synthetic difference in differences estimation").
/// </para>
/// <para>
/// Standard errors: algorithms 2–4 of the paper; the ridge stays that of the estimate in placebos and bootstrap samples, as in the authors' package.
/// The interval is the normal one, τ̂ ± z · standard error. The placebo error takes the treated units' noise to be like the controls'.
/// </para>
/// <para>Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), American Economic Review 111(12), 4088–4118.</para>
/// </remarks>
/// <seealso href="https://doi.org/10.1257/aer.20190159"/>
public static class SyntheticDifferenceInDifferences
{
    /// <summary>Estimates the mean effect on the treated.</summary>
    /// <param name="panel">Units × periods without missing cells; units without a cohort are the controls.</param>
    /// <param name="options">Weights and inference.</param>
    /// <exception cref="ArgumentException">
    /// A missing cell; no treated units; no controls; fewer than two periods before a start; units that the inference asked for cannot do with.
    /// </exception>
    public static SyntheticDidEstimate Estimate(CohortPanel panel, SyntheticDidOptions? options = null)
    {
        options ??= new();
        var table = OutcomeTable.Of(panel, options.RateScale);
        var design = Design(table);
        var blocks = Enumerable.Range(0, design.Cohorts.Length).Select(design.Block).ToArray();
        var ridges = blocks.Select(block => BlockRidge.Of(block, options.Weighting)).ToArray();
        var given = GivenWeights.Of(table, design, options);
        BlockWeightSolver[] solvers = given is null ? [.. blocks.Zip(ridges, (block, ridge) => new BlockWeightSolver(design, block.Pre, ridge, options.Weighting))] : [];
        BlockWeights[] weights = given is null ? [.. solvers.Zip(design.Cohorts, (solver, cohort) => solver.Solve(design.Controls, cohort.Units))] : [given];
        var effect = design.Effect((cohort, block) => block.Effect(weights[cohort]));
        var (error, draws) = Uncertainty(design, solvers, weights, options);
        var cohorts = blocks.Select((block, i) => Cohort(table, design, i, block, ridges[i], weights[i])).ToImmutableArray();
        var sample = new SampleSize(
            (design.Controls.Length + design.TreatedCount) * table.Periods.Length, design.Controls.Length + design.TreatedCount, design.TreatedCount, table.Periods.Length);
        return new(
            Results.Estimate.Wald(Name(options), effect, error, double.PositiveInfinity, sample, options.Confidence, [.. SyntheticDidWarnings.Of(design, cohorts, options.Inference)])
                with { Seed = IsRandom(options.Inference) ? options.Seed : null },
            cohorts,
            draws);
    }

    /// <summary>The estimate for panels that differ from one in treated cells alone, for <see cref="Power.PlaceboPower"/>: placebo errors do not depend on these.</summary>
    /// <param name="panel">The one.</param>
    /// <param name="options">Weights and inference; placebos or none.</param>
    /// <exception cref="ArgumentException">As <see cref="Estimate"/>; inference that makes use of treated cells.</exception>
    public static Func<CohortPanel, Estimate> Prepare(CohortPanel panel, SyntheticDidOptions? options = null)
    {
        options ??= new();
        if (options.Inference is not (SyntheticDidInference.Placebo or SyntheticDidInference.PlaceboExhaustive or SyntheticDidInference.None))
        {
            throw new ArgumentException("The jackknife and the bootstrap depend on the treated cells, so that nothing can be prepared: use placebos.");
        }

        var first = Estimate(panel, options).Effect;
        return other =>
        {
            var value = Estimate(other, options with { Inference = SyntheticDidInference.None }).Effect.Value;
            return Results.Estimate.Wald(first.Method, value, first.StandardError, first.DegreesOfFreedom, first.Sample, options.Confidence, first.Warnings) with { Seed = first.Seed };
        };
    }

    private static CohortDesign Design(OutcomeTable table)
    {
        var (treated, controls) = (table.Treated, table.Controls);
        if (treated.Length == 0 || controls.Length < 2)
        {
            throw new ArgumentException($"Synthetic difference in differences needs treated units and two controls or more: there are {treated.Length} treated and {controls.Length} never treated within the panel.");
        }

        if (treated.FirstOrDefault(unit => table.PrePeriods(unit) < 2, -1) is var early and >= 0)
        {
            throw new ArgumentException($"Unit \"{table.Units[early]}\" is treated from {table.Cohorts[early]}, after one period only: two or more are needed to tell noise from trend. Leave the unit out, or begin the panel earlier.");
        }

        return new(table.Series, controls, [.. treated.GroupBy(table.PrePeriods).OrderBy(cohort => cohort.Key).Select(cohort => (cohort.Key, cohort.ToArray()))]);
    }

    private static (double Error, ImmutableArray<double> Draws) Uncertainty(
        CohortDesign design, BlockWeightSolver[] solvers, BlockWeights[] weights, SyntheticDidOptions options)
    {
        var draws = options.Inference switch
        {
            SyntheticDidInference.Placebo => PlaceboErrors.Random(design, solvers, options),
            SyntheticDidInference.PlaceboExhaustive => PlaceboErrors.Exhaustive(design, solvers),
            SyntheticDidInference.Bootstrap => BootstrapErrors.Draws(design, solvers, options),
            _ => [],
        };
        return options.Inference switch
        {
            SyntheticDidInference.Jackknife => (JackknifeErrors.StandardError(design, weights), []),
            SyntheticDidInference.None => (double.NaN, []),

            // √((1/B) Σ (τ⁽ᵇ⁾ − mean)²)
            _ => (Deviation(draws), [.. draws]),
        };
    }

    private static double Deviation(double[] draws)
    {
        var mean = draws.Average();
        return Math.Sqrt(draws.Average(draw => (draw - mean) * (draw - mean)));
    }

    private static SyntheticDidCohort Cohort(OutcomeTable table, CohortDesign design, int cohort, CohortBlock block, BlockRidge ridge, BlockWeights weights)
    {
        var (mean, gaps, baseline) = (block.TreatedMean(), block.Gaps(weights.Omega), block.Baseline(weights));
        return new()
        {
            Start = table.Periods[block.Pre],
            Units = [.. design.Cohorts[cohort].Units.Select(unit => table.Units[unit])],
            Effect = block.Effect(weights),
            Share = (double)block.Treated.Length * block.Post / design.Cohorts.Sum(other => (double)other.Units.Length * (block.Periods - other.Pre)),
            UnitWeights = [.. design.Controls.Select((unit, i) => new UnitWeight(table.Units[unit], weights.Omega[i]))],
            PeriodWeights = [.. weights.Lambda.Select((weight, t) => new PeriodWeight(table.Periods[t], weight))],
            NoiseLevel = ridge.Noise,
            ZetaOmega = ridge.ZetaOmega,
            ZetaLambda = ridge.ZetaLambda,
            Gaps = [.. gaps.Select((gap, t) => new PeriodGap(table.Periods[t], mean[t], mean[t] - gap + baseline))],
        };
    }

    private static bool IsRandom(SyntheticDidInference inference) => inference is SyntheticDidInference.Placebo or SyntheticDidInference.Bootstrap;

    private static string Name(SyntheticDidOptions options)
    {
        var estimator = options.Weighting switch
        {
            SyntheticDidWeighting.SyntheticDid => "synthetic difference in differences",
            SyntheticDidWeighting.SyntheticControl => "synthetic control",
            _ => "difference in differences",
        };
        return options.Inference switch
        {
            SyntheticDidInference.Placebo => $"{estimator}, placebo standard error ({options.Replications} draws)",
            SyntheticDidInference.PlaceboExhaustive => $"{estimator}, placebo standard error (every choice of controls)",
            SyntheticDidInference.Jackknife => $"{estimator}, jackknife standard error",
            SyntheticDidInference.Bootstrap => $"{estimator}, bootstrap standard error ({options.Replications} draws)",
            _ => estimator,
        };
    }
}
