using System.Collections.Immutable;
using Utvardering.Statistics.Panels;

namespace Utvardering.Statistics.SyntheticControl;

/// <summary>
/// The synthetic control method: what the treated unit would have been without treatment is told by a weighted mean of units never treated
/// that followed it before.
/// </summary>
/// <remarks>
/// <para>
/// τ̂ₜ = Y₁ₜ − Σ wⱼYⱼₜ for t &gt; T₀ with w ≥ 0, Σw = 1 (Abadie and Gardeazabal 2003; Abadie, Diamond and Hainmueller 2010). Weights are exact solutions
/// (<see cref="Simplex.SimplexLeastSquares"/>), not those of an iteration stopped early.
/// </para>
/// <para>
/// Variants: de-meaned (Ferman and Pinto 2021, "Synthetic controls with imperfect pretreatment fit"; Doudchenko and Imbens 2016); ridge augmented
/// (Ben-Michael, Feller and Rothstein 2021); with predictors (Abadie, Diamond and Hainmueller 2010, section 2.3).
/// </para>
/// <para>It can be believed when the fit is close over a long time before treatment, and no donor was touched by the programme.</para>
/// </remarks>
/// <seealso href="https://doi.org/10.1198/jasa.2009.ap08746"/>
public static class SyntheticControlMethod
{
    /// <summary>Makes the synthetic control of one treated unit.</summary>
    /// <param name="panel">Units × periods without missing cells. Other treated units are never donors.</param>
    /// <param name="options">Which unit, which donors, which weights.</param>
    /// <exception cref="ArgumentException">
    /// A missing cell; no treated unit, or several and none named; no donors, or a treated one; no period before treatment; predictors absent.
    /// </exception>
    public static SyntheticControlEstimate Estimate(CohortPanel panel, SyntheticControlOptions? options = null)
    {
        options ??= new();
        return Estimate(DonorProblem.Of(OutcomeTable.Of(panel, options.RateScale), options), options);
    }

    internal static SyntheticControlEstimate Estimate(DonorProblem problem, SyntheticControlOptions options) =>
        Estimate(problem, SyntheticFitter.Fit(problem, options), options);

    internal static SyntheticControlEstimate Estimate(DonorProblem problem, SyntheticFit fit, SyntheticControlOptions options)
    {
        var gaps = fit.Gaps(problem);
        var estimate = new SyntheticControlEstimate
        {
            Unit = problem.Unit,
            Start = problem.Periods[problem.PrePeriods],
            Weights = [.. problem.Donors.Select((donor, i) => new UnitWeight(donor, fit.Weights[i]))],
            Intercept = fit.Intercept,
            Gaps = [.. gaps.Select((gap, t) => new PeriodGap(problem.Periods[t], problem.Treated[t], problem.Treated[t] - gap))],
            PreRmspe = RootMeanSquare.Of(gaps.AsSpan(0, problem.PrePeriods)),
            PostRmspe = RootMeanSquare.Of(gaps.AsSpan(problem.PrePeriods)),
            WeightsAreUnique = fit.IsUnique,
            KktViolation = fit.KktViolation,
            Lambda = fit.Lambda,
            Predictors = Balance(problem, fit, options),
            Effect = new()
            {
                Method = Name(options.Variant),
                Value = gaps.Skip(problem.PrePeriods).Average(),
                Interval = new(double.NaN, double.NaN, options.Confidence),
                Sample = new((problem.Donors.Length + 1) * problem.Periods.Length, problem.Donors.Length + 1, 1, problem.Periods.Length),
            },
        };
        return estimate with { Effect = estimate.Effect with { Warnings = [.. SyntheticControlWarnings.Of(problem, estimate)] } };
    }

    internal static string Name(SyntheticControlVariant variant) => variant switch
    {
        SyntheticControlVariant.OutcomeOnly => "synthetic control, outcome only, exact weights",
        SyntheticControlVariant.Demeaned => "de-meaned synthetic control, exact weights",
        SyntheticControlVariant.RidgeAugmented => "ridge-augmented synthetic control",
        SyntheticControlVariant.DemeanedRidgeAugmented => "de-meaned ridge-augmented synthetic control",
        _ => "synthetic control with predictors, exact inner weights",
    };

    private static ImmutableArray<PredictorBalance> Balance(DonorProblem problem, SyntheticFit fit, SyntheticControlOptions options)
    {
        if (options.Predictors is not { } table)
        {
            return [];
        }

        var treated = table[problem.Unit];
        var donors = problem.Donors.Select(donor => table[donor]).ToArray();
        return
        [
            .. table.Names.Select((name, k) => new PredictorBalance(
                name,
                fit.Importance.IsDefaultOrEmpty ? double.NaN : fit.Importance[k],
                treated[k],
                donors.Select((donor, j) => fit.Weights[j] * donor[k]).Sum(),
                donors.Average(donor => donor[k]))),
        ];
    }
}
