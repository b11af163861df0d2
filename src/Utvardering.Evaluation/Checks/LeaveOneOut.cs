using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Checks;

/// <summary>The estimate without each municipality in turn: an answer that one of them carries is that municipality's, not the programme's.</summary>
internal static class LeaveOneOut
{
    /// <summary>More controls than this and no single one carries the answer; then only the treated are left out.</summary>
    private const int ManyControls = 12;

    /// <summary>The estimate without each municipality; null where nothing can be estimated without it.</summary>
    public static IReadOnlyList<(string Municipality, bool Treated, StudyEstimate? Estimate)> Run(Study study, StudyEstimate main)
    {
        // Each has a synthetic control of its own, which does not depend on the others.
        if (study.Design.Estimator == Estimators.AugmentedControl)
        {
            return [.. main.Units.Select(left => (left.Municipality, true, main.Units.Count < 2 ? null : main with
            {
                Value = main.Units.Where(unit => unit != left).Average(unit => unit.Value),
                Low = double.NaN,
                High = double.NaN,
                PValue = double.NaN,
            }))];
        }

        var left = study.Units.Treated.Select(unit => (Unit: unit, Treated: true));
        left = study.Units.Controls.Count <= ManyControls ? left.Concat(study.Units.Controls.Select(unit => (Unit: unit, Treated: false))) : left;
        return [.. left.Select(unit => (unit.Unit, unit.Treated, Without(study, unit.Unit)))];
    }

    private static StudyEstimate? Without(Study study, string municipality)
    {
        var units = new StudyUnits([.. study.Units.Treated.Where(unit => unit != municipality)], [.. study.Units.Controls.Where(unit => unit != municipality)]);
        try
        {
            return StudyEstimator.Estimate(study with { Units = units });
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The range of the estimates as one check: it agrees when all have the main answer's sign.</summary>
    public static StudyCheck Range(CheckedStudy study, IReadOnlyList<(string Municipality, bool Treated, StudyEstimate? Estimate)> left)
    {
        var values = left.Select(unit => unit.Estimate?.Value).OfType<double>().ToList();
        return values.Count == 0
            ? StudyCheck.Impossible("leave_one_out", "", "Without any one municipality nothing can be estimated.")
            : new("leave_one_out", "", study.Main.Value, values.Min(), values.Max(), double.NaN)
            {
                Agrees = values.TrueForAll(study.SameSign),
                TreatedUnits = study.Main.TreatedUnits,
                ControlUnits = study.Main.ControlUnits,
                TellsOne = true,
            };
    }
}
