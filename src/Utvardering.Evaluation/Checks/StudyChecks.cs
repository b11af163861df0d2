using System.Globalization;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Checks;

/// <summary>All that the plan tries to topple a study's answer with. What the figures do not bear is a check that says why it was not made.</summary>
internal static class StudyChecks
{
    public static IReadOnlyList<StudyCheck> Run(CheckedStudy study) => [.. Planned(study).SelectMany(check => Made(check.Kind, check.Variant, check.Make))];

    private static IEnumerable<(string Kind, string Variant, Func<IEnumerable<StudyCheck>> Make)> Planned(CheckedStudy study)
    {
        var (rule, plan, design) = (study.Study.Plan.Sensitivity, study.Study.Plan, study.Study.Design);
        var isDifference = design.Estimator == Estimators.Difference;
        foreach (var months in rule.PlaceboStartMonths)
        {
            yield return ("placebo_start", MovedChecks.PlaceboStartOf(study, months), () => [MovedChecks.PlaceboStart(study, months)]);
        }

        foreach (var months in rule.RollInMonths.Where(months => months != plan.Windows.RollInMonths))
        {
            yield return ("roll_in", months.ToString(CultureInfo.InvariantCulture), () => MovedChecks.RollIn(study, months));
        }

        foreach (var pool in isDifference ? rule.DonorPools.Where(pool => pool != design.Control) : [])
        {
            yield return ("donor_pool", pool, () => [study.Of("donor_pool", pool, study.Study with { Units = study.UnitsOf(pool, study.Study.Windows), Design = study.Study.Design with { Control = pool } })]);
        }

        if (rule.WithoutOtherProgrammes && study.OthersTreated.Count > 0)
        {
            var units = study.Study.Units with { Controls = [.. study.Study.Units.Controls.Except(study.OthersTreated)] };
            yield return ("other_programmes", "", () => [study.Of("other_programmes", "", study.Study with { Units = units }) with { TellsOne = study.OthersTreated.Count == 1 }]);
        }

        foreach (var check in isDifference ? DifferenceChecks.Planned(study, rule) : [])
        {
            yield return check;
        }
    }

    private static StudyCheck[] Made(string kind, string variant, Func<IEnumerable<StudyCheck>> make)
    {
        try
        {
            return [.. make()];
        }
        catch (ArgumentException refusal)
        {
            return [StudyCheck.Impossible(kind, variant, refusal.Message)];
        }
    }
}
