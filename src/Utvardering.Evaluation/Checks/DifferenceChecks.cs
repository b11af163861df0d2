using System.Globalization;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.FewClusters;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Sensitivity;

namespace Utvardering.Evaluation.Checks;

/// <summary>Other scales, models and inferences for a difference in differences.</summary>
internal static class DifferenceChecks
{
    public static IEnumerable<(string Kind, string Variant, Func<IEnumerable<StudyCheck>> Make)> Planned(CheckedStudy study, SensitivityRule rule)
    {
        if (rule.Log)
        {
            yield return ("log", "", () => [Log(study)]);
        }

        if (rule.CountModel && study.Study.Series.Indicator is { Group: "ratio_of_sums", Measure: "reported_offences" })
        {
            yield return ("count_model", "", () => [Counts(study)]);
        }

        if (rule.Studentised)
        {
            yield return ("studentised", "", () => [Studentised(study)]);
        }

        if (rule.WildBootstrap)
        {
            yield return ("wild_bootstrap", "", () => [WildBootstrap(study)]);
        }

        // Of the designs that verdicts rest on: it is the slowest check by far.
        if (rule.HonestMagnitudes.Count > 0 && study.Study.Design.Lead is not null)
        {
            yield return ("honest_magnitude", "", () => Honest(study, rule.HonestMagnitudes));
        }
    }

    /// <summary>The effect as a common share: the difference in differences of logarithms, exp(τ) − 1.</summary>
    private static StudyCheck Log(CheckedStudy study)
    {
        var options = DifferenceEstimator.Options(study.Study);
        if (study.Study.Windows.HasSeveralStarts)
        {
            var staggered = StaggeredEstimator.Changes(study.Study).Log();
            return Share(StaggeredRandomisation.Of(staggered, options), staggered.TreatedCount, staggered.ControlCount);
        }

        var changes = DifferenceEstimator.LogChanges(study.Study);
        return Share(RandomisationInference.DifferenceInMeans(changes, options), changes.TreatedCount, changes.ControlCount);

        StudyCheck Share(RandomisationResult inference, int treated, int controls) => new(
            "log", "", Math.Exp(inference.Estimate) - 1, Math.Exp(inference.Interval.Low) - 1, Math.Exp(inference.Interval.High) - 1, inference.Test.PTwoSided)
        {
            IsRelative = true,
            Agrees = study.SameSign(inference.Estimate),
            TreatedUnits = treated,
            ControlUnits = controls,
        };
    }

    /// <summary>
    /// A Poisson regression with municipality and period effects and inhabitants as exposure: large municipalities weigh as their numbers do. Its
    /// standard errors are too small with six treated, so only its sign counts.
    /// </summary>
    private static StudyCheck Counts(CheckedStudy study)
    {
        NeedsOneStart(study, "One regression with municipality and period effects holds later starts against earlier ones, and mixes effects that grow.");
        var panel = StudyPanels.Make(study.Study.Series, study.Study.Windows, study.Study.Units);
        var treated = study.Study.Units.Treated.ToHashSet(StringComparer.Ordinal);
        var (after, _) = panel.Periods.Positions(study.Study.Windows.After);
        var rows = from unit in Enumerable.Range(0, panel.Units.Length)
                   from period in Enumerable.Range(0, panel.Periods.Count)
                   where study.Study.Windows.Contains(panel.Periods.Starts[period])
                   select new CohortPanelRow(panel.Units[unit], study.Study.Windows.Before.Contains(panel.Periods.Starts[period]) ? period : period - after + study.Study.Windows.BeforePeriods, panel.Outcome(unit, period))
                   {
                       Cohort = treated.Contains(panel.Units[unit]) ? study.Study.Windows.BeforePeriods : null,
                       Exposure = panel.Exposure(unit, period),
                   };
        var estimate = PoissonDifferenceInDifferences.Estimate(CohortPanel.FromRows(rows), new() { Confidence = study.Study.Plan.Level });
        return new("count_model", "", estimate.Relative.Value, estimate.Relative.Interval.Low, estimate.Relative.Interval.High, estimate.Relative.PValue)
        {
            IsRelative = true,
            Agrees = study.SameSign(estimate.LogRatio.Value),
            TreatedUnits = study.Main.TreatedUnits,
            ControlUnits = study.Main.ControlUnits,
        };
    }

    private static StudyCheck Studentised(CheckedStudy study)
    {
        NeedsOneStart(study, "Each start has a spread of its own, and some have one municipality.");
        var changes = DifferenceEstimator.Changes(study.Study);
        var options = DifferenceEstimator.Options(study.Study);
        var interval = RandomisationInference.StudentisedInterval(changes, options);
        return Same(study, "studentised", changes.Estimate, interval.Low, interval.High, RandomisationInference.Studentised(changes, options).PTwoSided);
    }

    /// <summary>The change of each municipality on treatment, a cluster each.</summary>
    private static StudyCheck WildBootstrap(CheckedStudy study)
    {
        NeedsOneStart(study, "The regression of one change for each municipality has none for those never treated, who stand around every start.");
        const string Treated = "treated";
        var units = DifferenceEstimator.Changes(study.Study).UnitChanges;
        var fit = LeastSquares.Fit(
            [.. units.Select(unit => unit.Change)], [DesignColumn.Intercept(units.Length), new(Treated, [.. units.Select(unit => unit.Treated ? 1.0 : 0.0)])]);
        var result = WildClusterBootstrap.Test(
            fit, Treated, new("municipality", [.. Enumerable.Range(0, units.Length)], units.Length), new() { Seed = study.Study.Plan.Seed, Confidence = study.Study.Plan.Level });
        return Same(study, "wild_bootstrap", result.Estimate.Value, result.Estimate.Interval.Low, result.Estimate.Interval.High, result.PSymmetric);
    }

    /// <summary>
    /// The mean effect over the years after, if trends part at most M̄ times as fast as they did at their worst between two years before. A remark
    /// beside the answer and no vote on it: with few years before, few effects stand this.
    /// </summary>
    private static IEnumerable<StudyCheck> Honest(CheckedStudy study, IReadOnlyList<double> bounds)
    {
        NeedsOneStart(study, "The years before and after are counted from one start for all.");
        var coefficients = YearlyEventStudy.Of(study.Study);
        var options = new HonestOptions
        {
            Confidence = study.Study.Plan.Level,
            Seed = study.Study.Plan.Seed,
            Draws = 2000,
            GridPoints = 100,
            Weights = [.. Enumerable.Repeat(1.0 / coefficients.PostCount, coefficients.PostCount)],
        };
        foreach (var interval in HonestDiD.RelativeMagnitudes(coefficients, [.. bounds], options))
        {
            yield return Honestly("honest_magnitude", interval.Bound, interval.Estimate.Value, interval.Estimate.Interval.Low, interval.Estimate.Interval.High);
        }

        var breakdown = HonestDiD.RelativeMagnitudesBreakdown(coefficients, options);
        yield return Honestly("honest_breakdown", null, breakdown, double.NaN, double.NaN);

        StudyCheck Honestly(string kind, double? bound, double estimate, double low, double high) =>
            new(kind, bound?.ToString(CultureInfo.InvariantCulture) ?? "", estimate, low, high, double.NaN) { TreatedUnits = study.Main.TreatedUnits, ControlUnits = study.Main.ControlUnits };
    }

    private static void NeedsOneStart(CheckedStudy study, string why)
    {
        if (study.Study.Windows.HasSeveralStarts)
        {
            throw new ArgumentException($"The treated start in several periods. {why}");
        }
    }

    private static StudyCheck Same(CheckedStudy study, string kind, double estimate, double low, double high, double p) => new(kind, "", estimate, low, high, p)
    {
        Agrees = study.SameAnswer(low, high),
        TreatedUnits = study.Main.TreatedUnits,
        ControlUnits = study.Main.ControlUnits,
    };
}
