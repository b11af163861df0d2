using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>Placebos in space: every donor is given a synthetic control as if it had been treated when the treated unit was.</summary>
/// <remarks>
/// <para>
/// p = the share of units (the treated one included) with RMSPE after / RMSPE before at least as large as the treated unit's. If treatment had been
/// drawn by lot this were an exact test; here it says how unusual the treated unit is (Abadie, Diamond and Hainmueller 2010, section 2.4).
/// One-sided ratios count only gaps of one sign after the start (Abadie 2021, section 3.5).
/// </para>
/// </remarks>
/// <seealso href="https://doi.org/10.1257/jel.20191450"/>
public static class PlaceboInSpace
{
    // Ratios equal but for rounding are ties, and ties count against the treated unit.
    private const double TieTolerance = 1e-10;

    /// <summary>Runs the treated unit and every donor.</summary>
    /// <param name="panel">Units × periods without missing cells.</param>
    /// <param name="options">Which unit, which donors, which weights: the same for the placebos.</param>
    /// <param name="placebo">Donor pools of the placebos and the filter on their fit.</param>
    /// <exception cref="ArgumentException">As <see cref="SyntheticControlMethod.Estimate(CohortPanel, SyntheticControlOptions?)"/>; fewer than two donors.</exception>
    public static PlaceboInSpaceResult Run(CohortPanel panel, SyntheticControlOptions? options = null, PlaceboInSpaceOptions? placebo = null)
    {
        options ??= new();
        placebo ??= new();
        var fits = Fits(panel, options, placebo);
        var problem = fits[0].Problem;
        var treated = SyntheticControlMethod.Estimate(problem, fits[0].Fit, options);
        var measures = fits.Select(fit => new PlaceboMeasure(fit.Problem, fit.Fit, SyntheticControlWarnings.Rounding(problem))).ToArray();
        var counted = measures.Select(measure => IsCounted(measure, measures[0], placebo)).ToArray();
        var rank = AtLeast(measures, counted, measure => measure.Ratio(Side.Both));
        var ranked = counted.Count(isCounted => isCounted);
        return new()
        {
            Treated = treated,
            Placebos = [.. measures.Zip(counted).Skip(1).Select(pair => pair.First.ToUnit(isLeftOut: !pair.Second))],
            Rank = rank,
            Ranked = ranked,
            PValueOfEffect = (double)AtLeast(measures, counted, measure => Math.Abs(measure.Effect)) / ranked,
            PValueOfIncrease = (double)AtLeast(measures, counted, measure => measure.Ratio(Side.Increase)) / ranked,
            PValueOfDecrease = (double)AtLeast(measures, counted, measure => measure.Ratio(Side.Decrease)) / ranked,
            Effect = treated.Effect with
            {
                Method = treated.Effect.Method + ", placebos in space (RMSPE ratio)",
                PValue = (double)rank / ranked,
                Warnings = [.. treated.Effect.Warnings, .. Warnings(ranked, 1 - options.Confidence)],
            },
        };
    }

    /// <summary>
    /// The effect and the p-value of the RMSPE ratio alone, for panels that differ from one in the treated unit's treated cells alone, for
    /// <see cref="Power.PlaceboPower"/>: neither weights nor the donors' ratios depend on these.
    /// </summary>
    /// <param name="panel">The one.</param>
    /// <param name="options">Which unit, which donors, which weights.</param>
    /// <exception cref="ArgumentException">As <see cref="Run"/>.</exception>
    public static Func<CohortPanel, Estimate> Prepare(CohortPanel panel, SyntheticControlOptions? options = null)
    {
        options ??= new();
        var fits = Fits(panel, options, new());
        var rounding = SyntheticControlWarnings.Rounding(fits[0].Problem);
        double[] donors = [.. fits.Skip(1).Select(fit => new PlaceboMeasure(fit.Problem, fit.Fit, rounding).Ratio(Side.Both))];
        return other =>
        {
            var problem = DonorProblem.Of(OutcomeTable.Of(other, options.RateScale), options);
            var ratio = new PlaceboMeasure(problem, fits[0].Fit, rounding).Ratio(Side.Both);
            var effect = SyntheticControlMethod.Estimate(problem, fits[0].Fit, options).Effect;
            return effect with
            {
                Method = effect.Method + ", placebos in space (RMSPE ratio)",
                PValue = (1.0 + donors.Count(donor => donor >= ratio - (TieTolerance * ratio))) / fits.Length,
            };
        };
    }

    // The treated unit's first, then each donor's own.
    private static (DonorProblem Problem, SyntheticFit Fit)[] Fits(CohortPanel panel, SyntheticControlOptions options, PlaceboInSpaceOptions placebo)
    {
        var problem = DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options);
        if (problem.Donors.Length < 2)
        {
            throw new ArgumentException($"Placebos in space need at least two donors, unit \"{problem.Unit}\" has {problem.Donors.Length}: widen the donor pool.");
        }

        var fits = new (DonorProblem Problem, SyntheticFit Fit)[problem.Donors.Length + 1];
        Parallel.For(0, fits.Length, i =>
        {
            var own = i == 0 ? problem : problem.Placebo(i - 1, placebo.TreatedInDonorPools);
            fits[i] = (own, SyntheticFitter.Fit(own, options));
        });
        return fits;
    }

    private static bool IsCounted(PlaceboMeasure measure, PlaceboMeasure treated, PlaceboInSpaceOptions placebo) =>
        measure == treated || placebo.LargestPreMspeRatio is not { } limit || measure.Pre * measure.Pre <= limit * treated.Pre * treated.Pre;

    private static int AtLeast(PlaceboMeasure[] measures, bool[] counted, Func<PlaceboMeasure, double> statistic)
    {
        var treated = statistic(measures[0]);
        return measures.Zip(counted).Count(pair => pair.Second && statistic(pair.First) >= treated - (TieTolerance * Math.Abs(treated)));
    }

    private static ImmutableArray<EstimationWarning> Warnings(int ranked, double alpha) => 1.0 / ranked > alpha * (1 + TieTolerance)
        ? [new(EstimationWarningKind.MinimumPValueAboveLevel, Value: 1.0 / ranked, Limit: alpha)]
        : [];
}
