using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;
using Utvardering.Statistics.Power;

namespace Utvardering.Evaluation.Power;

/// <summary>What a study could have seen, learnt from the time before the start alone: placebo treatments drawn from its own municipalities.</summary>
internal static class StudyPower
{
    /// <summary>Of a past too short for the plan's windows this share stands for the time after.</summary>
    private const double ShareAfter = 1 / 3.0;

    /// <summary>The minimum detectable effect; null where the past is too short to draw from.</summary>
    public static PowerRow? Of(Study study)
    {
        if (study.Plan.Power.Draws == 0)
        {
            return null;
        }

        var past = PastPanel.Of(study);
        var (before, after) = Lengths(past.Panel.Periods.Length, past.Before, past.After);
        if (before < PowerDesign.LeastBefore(study.Design.Estimator) || after < 1)
        {
            return null;
        }

        var simulated = study.Design.Estimator == Estimators.AugmentedControl
            ? PlaceboAveragesPower.Of(study, past, before, after)
            : PlaceboPower.MinimumDetectableEffect(past.Panel, PowerDesign.Of(study, past.FirstSeason, past.SeasonsInYear), Options(study, past, before, after));
        var level = past.TreatedLevel;
        return new PowerRow
        {
            ResultId = $"power:{study.Key}",
            OutcomeId = study.Outcome.Id,
            DesignId = study.Design.Id,
            IndicatorId = study.Outcome.Indicator,
            Origin = study.Series.Origin,
            Power = study.Plan.Power.Power,
            Level = study.Plan.Level,
            Detectable = simulated.DetectableEffect,
            DetectableRelative = level > 0 ? simulated.DetectableEffect / level : null,
            DetectableLow = simulated.MonteCarlo.Low,
            DetectableHigh = simulated.MonteCarlo.High,
            Analytic = StudyRows.Known(simulated.AnalyticEffect),
            PowerAtMatters = level > 0 ? simulated.PowerAt(study.Outcome.Matters * level) : null,
            FalseAlarmRate = simulated.FalseAlarmRate,
            Draws = simulated.Thresholds.Length,
            Seed = (long)simulated.Seed,
            Grain = past.Grain.ToString().ToLowerInvariant(),
            BeforePeriods = before,
            AfterPeriods = after,
            TreatedUnits = past.Treated,
            ControlUnits = past.Panel.Units.Length - past.Treated,
            Persons = study.Persons(study.Windows.Before.Contains),
            Source = study.Series.Source,
            Vintage = study.Series.Vintage,
        };
    }

    internal static SimulatedPowerOptions Options(Study study, PastPanel past, int before, int after) => new()
    {
        TreatedUnits = past.Treated,
        Before = before,
        After = after,
        Lowers = study.Outcome.Matters < 0,
        Power = study.Plan.Power.Power,
        Draws = study.Plan.Power.Draws,
        Seed = study.Plan.Seed,
        MovesWithEffect = true,
        Threads = 1,
    };

    /// <summary>The plan's lengths where they fit, else as many before and after as the past has room for.</summary>
    private static (int Before, int After) Lengths(int past, int before, int after)
    {
        var shorter = Math.Min(after, Math.Max(1, (int)(past * ShareAfter)));
        return past >= before + after ? (before, after) : (past - shorter, shorter);
    }
}
