using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Power;

/// <summary>
/// The smallest effect that a design would find, learnt from real periods in which nothing was done: units are declared treated at random,
/// an effect is put in, and the design's own test is run.
/// </summary>
/// <remarks>
/// <para>
/// Bertrand, Duflo and Mullainathan (2004), "How Much Should We Trust Differences-in-Differences Estimates?"; Black, Hollingsworth, Nunes and Simon
/// (2022), "Simulated Power Analyses for Observational Studies". Unlike a formula it keeps the data's own serial and spatial correlation, outliers and
/// unequal sizes. Each draw takes a window and treated units from stream number draw, so that threads do not matter.
/// </para>
/// <para>
/// For an estimator that is linear in the outcomes with a variance quadratic in them (every regression with any of its covariances) the estimate at effect u is
/// e + g u and its variance A + B u + C u²: the design is run at three effects and the threshold solved for, checked by a fourth run in the first
/// draws. Where there is an interval but no standard error its ends are taken to be linear, as those of a randomisation test are in an effect that is added,
/// and checked likewise. Where the check fails effects are tried by halving, each with a run of the design. A design of which it is said that its interval moves
/// with the effect needs one run a draw.
/// </para>
/// <para>
/// A design without an interval whose p-value shall decide (<see cref="SimulatedPowerOptions.JudgedByPValue"/>) has effects tried. Any other without an interval
/// is judged by the placebo test that these draws are: it finds an effect when its estimate is larger in size than those of all but a share α of the draws
/// without effect (Abadie, Diamond and Hainmueller 2010, section 2.4, with groups in the place of single units).
/// </para>
/// </remarks>
public static class PlaceboPower
{
    /// <summary>Simulates.</summary>
    /// <param name="panel">A panel; only its periods before any unit is treated are used.</param>
    /// <param name="design">The whole design: its estimate's interval decides, or its size among the draws' where it has none. It must be safe to run in several threads.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">Too few periods or units for the window, or a design that refuses a draw; the message names the draw.</exception>
    public static SimulatedPower MinimumDetectableEffect(CohortPanel panel, Func<CohortPanel, Estimate> design, SimulatedPowerOptions options) =>
        MinimumDetectableEffect(panel, _ => design, options);

    /// <summary>Simulates a design of which much does not depend on the outcomes of treated cells, such as weights and standard errors from controls.</summary>
    /// <param name="panel">A panel; only its periods before any unit is treated are used.</param>
    /// <param name="prepare">Does that much for a draw, once, and gives the design for panels that differ from it in treated cells alone. In the first draws it is checked that a start afresh finds the same.</param>
    /// <param name="options">The choices.</param>
    /// <exception cref="ArgumentException">Too few periods or units for the window, or a design that refuses a draw; the message names the draw.</exception>
    public static SimulatedPower MinimumDetectableEffect(CohortPanel panel, Func<CohortPanel, Func<CohortPanel, Estimate>> prepare, SimulatedPowerOptions options)
    {
        Check(options);
        var clean = BeforeTreatment(panel);
        var analytic = PanelDesign.Of(clean, options.TreatedUnits, options.Before, options.After);
        var level = Level(clean);
        var scale = options.Kind == EffectKind.Relative ? 0.1 : Math.Max(analytic.StandardError, 1e-9 * Math.Abs(level));
        scale = scale > 0 ? scale : 1;
        var draws = Draws(clean, prepare, options, scale);

        // The design is linear where every one of the first draws passes the check; the others then need no run more.
        var moves = draws.Take(PlaceboDraw.Checked).All(draw => draw.MovesWithEffect());
        var isLinear = !moves && draws.Take(PlaceboDraw.Checked).All(draw => draw.IsLinear());
        var sizes = Array.Exists(draws, draw => draw.HasTest) ? null : PlaceboSizes(draws);
        var thresholds = new double[draws.Length];
        Parallel.For(0, draws.Length, Threads(options), draw => thresholds[draw] = sizes is not null
            ? draws[draw].ThresholdOver(sizes[draw], isLinear)
            : moves ? draws[draw].MovedThreshold() : isLinear ? draws[draw].SolvedThreshold() : draws[draw].TriedThreshold());
        Array.Sort(thresholds);
        var falseAlarms = sizes is null ? draws.Count(draw => draw.IsFalseAlarm) : draws.Index().Count(draw => draw.Item.Size > sizes[draw.Index]);
        return new(
            SimulatedPower.QuantileOf(thresholds, options.Power), SimulatedPower.MonteCarloOf(thresholds, options.Power), (double)falseAlarms / draws.Length,
            isLinear && Array.TrueForAll(draws, draw => draw.HasError) ? SizeCorrected(draws, options) : double.NaN,
            analytic.DetectableEffect(options.Power) / (options.Kind == EffectKind.Relative ? Math.Abs(level) : 1),
            [.. thresholds], isLinear, options.Seed);
    }

    private static PlaceboDraw[] Draws(CohortPanel clean, Func<CohortPanel, Func<CohortPanel, Estimate>> prepare, SimulatedPowerOptions options, double scale)
    {
        var draws = new PlaceboDraw[options.Draws];
        var failures = new ArgumentException?[options.Draws];
        Parallel.For(0, draws.Length, Threads(options), draw =>
        {
            try
            {
                draws[draw] = new(() => Draw(clean, options, (ulong)draw), prepare, options, scale);
            }
            catch (ArgumentException refusal)
            {
                failures[draw] = refusal;
            }
        });

        var refused = Array.FindIndex(failures, failure => failure is not null);
        return refused < 0
            ? draws
            : throw new ArgumentException($"The design refuses draw {refused}: {failures[refused]!.Message} Choose a window or a number of treated units that it can bear.", failures[refused]);
    }

    // For each draw the size that p ≤ α asks for: p counts the draw itself and the others that are as large, at most αN.
    private static double[] PlaceboSizes(PlaceboDraw[] draws)
    {
        var sizes = draws.Select(draw => draw.Size).OrderDescending().ToArray();
        var allowed = AcceptanceRegion.RankFromOutside(1 - draws[0].Confidence, draws.Length);
        return [.. draws.Select(draw => allowed == 0 ? double.PositiveInfinity : draw.Size >= sizes[allowed - 1] ? sizes[Math.Min(allowed, sizes.Length - 1)] : sizes[allowed - 1])];
    }

    private static ParallelOptions Threads(SimulatedPowerOptions options) => new() { MaxDegreeOfParallelism = options.Threads ?? -1 };

    private static CohortPanel Draw(CohortPanel panel, SimulatedPowerOptions options, ulong draw)
    {
        var random = new RandomSequence(options.Seed, draw);
        var length = options.Before + options.After;
        var window = panel.Window(random.NextBelow(panel.Periods.Length - length + 1), length);

        // The first steps of Fisher and Yates's shuffle choose the treated.
        var units = Enumerable.Range(0, panel.Units.Length).ToArray();
        var cohorts = new int?[units.Length];
        for (var i = 0; i < options.TreatedUnits; i++)
        {
            var other = i + random.NextBelow(units.Length - i);
            (units[i], units[other]) = (units[other], units[i]);
            cohorts[units[i]] = window.Periods[options.Before];
        }

        return window.WithCohorts([.. cohorts]);
    }

    private static CohortPanel BeforeTreatment(CohortPanel panel)
    {
        var first = panel.Cohorts.Min();
        var periods = first is { } start ? Math.Min(panel.Periods.Length, start - panel.Periods[0]) : panel.Periods.Length;
        return periods >= 2
            ? panel.Window(0, periods).WithCohorts([.. panel.Cohorts.Select(_ => (int?)null)])
            : throw new ArgumentException($"The panel has {Math.Max(0, periods)} periods before its first treatment: power is learnt from periods in which nothing was done, give at least two.");
    }

    // The critical value is the 1 − α quantile of |t| over the draws without effect.
    private static double SizeCorrected(PlaceboDraw[] draws, SimulatedPowerOptions options)
    {
        var statistics = draws.Select(draw => draw.Statistic).Order().ToArray();
        var critical = SimulatedPower.QuantileOf(statistics, draws[0].Confidence);
        return SimulatedPower.QuantileOf([.. draws.Select(draw => draw.SolvedThreshold(critical)).Order()], options.Power);
    }

    private static double Level(CohortPanel panel) =>
        Enumerable.Range(0, panel.Units.Length).SelectMany(unit => panel.Series(unit).ToArray()).Where(double.IsFinite).DefaultIfEmpty(0).Average();

    private static void Check(SimulatedPowerOptions options)
    {
        if (!(options.Power is > 0 and < 1) || options.Draws < 20 || options.Threads is < 1)
        {
            throw new ArgumentException($"A power between 0 and 1, at least 20 draws and at least one thread are needed, not {options.Power}, {options.Draws} and {options.Threads}.");
        }
    }
}
