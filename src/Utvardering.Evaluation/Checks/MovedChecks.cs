using System.Globalization;

namespace Utvardering.Evaluation.Checks;

/// <summary>The same question at another time.</summary>
internal static class MovedChecks
{
    /// <summary>A start at which nothing began, on figures from before the real one: an effect found there is not the programme's.</summary>
    public static StudyCheck PlaceboStart(CheckedStudy study, int earlier)
    {
        var (kind, variant) = ("placebo_start", PlaceboStartOf(study, earlier));
        if (study.WindowsOf(earlier, study.Study.Plan.Windows, study.Study.Windows.Before.Last) is not { OutOfReach: [] } windows)
        {
            return StudyCheck.Impossible(kind, variant, "The figures before the start do not reach both sides of the placebo start.");
        }

        var moved = study.Of(kind, variant, study.Study with { Windows = windows, Units = study.UnitsOf(study.Study.Design.Control, windows) });
        return moved with { Agrees = CheckedStudy.HoldsZero(moved.Low, moved.High) };
    }

    /// <summary>The first of the moved starts, as the check is called.</summary>
    public static string PlaceboStartOf(CheckedStudy study, int earlier) => study.Study.Windows.Start.AddMonths(-earlier).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Another length of the roll-in; none where the windows are the same, as of years.</summary>
    public static IEnumerable<StudyCheck> RollIn(CheckedStudy study, int months)
    {
        var (kind, variant) = ("roll_in", months.ToString(CultureInfo.InvariantCulture));
        var rule = study.Study.Plan.Windows with { RollInMonths = months };
        var windows = study.WindowsOf(0, rule, null);
        if (windows is null)
        {
            return [StudyCheck.Impossible(kind, variant, "The figures end within the roll-in.")];
        }

        var moved = (study.Study with { Windows = windows }).OfTheirStarts();
        return moved.Windows == study.Study.Windows ? [] : [study.Of(kind, variant, moved)];
    }
}
