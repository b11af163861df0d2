using Utvardering.Disclosure.Tables;
using Utvardering.Evaluation.Comparisons;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation.Estimates;

/// <summary>How alike treated and controls were before the start, and how closely a synthetic control followed.</summary>
internal static class Balance
{
    /// <summary>A standardised difference above this is worth telling (Stuart 2010, "Matching Methods for Causal Inference", section 4).</summary>
    private const double Limit = 0.25;

    /// <summary>A synthetic control that is off by more than this share of the level before the start follows badly.</summary>
    private const double FitLimit = 0.1;

    public static IEnumerable<DiagnosticRow> Of(Study study, StudyEstimate estimate, MunicipalityFacts facts)
    {
        if (study.Design.Estimator == Estimators.Difference)
        {
            var levels = Levels(study);
            double[] Before(bool treated) => [.. levels.Where(unit => unit.Treated == treated).Select(unit => unit.Before)];
            double[] Population(IEnumerable<string> units) => [.. units.Select(unit => Math.Log(facts.PopulationBefore(unit, study.Windows.Start))).Where(double.IsFinite)];
            yield return Standardised(study, "balance_level", Before(true), Before(false));
            yield return Standardised(study, "balance_population", Population(study.Units.Treated), Population(study.Units.Controls));
            yield return Overlap(study, Before(true), Before(false));
        }

        if (double.IsFinite(estimate.PreRmspe) && estimate.TreatedBefore > 0)
        {
            var share = estimate.PreRmspe / estimate.TreatedBefore;
            yield return DiagnosticRows.Of(study, "pre_fit", share, FitLimit, share > FitLimit);
        }
    }

    /// <summary>Each municipality's level before the start; around several starts a control's is their mean, each weighing as its treated.</summary>
    private static List<(bool Treated, double Before)> Levels(Study study)
    {
        if (!study.Windows.HasSeveralStarts)
        {
            return [.. DifferenceEstimator.Changes(study).UnitChanges.Select(unit => (unit.Treated, unit.Before))];
        }

        var changes = StaggeredEstimator.Changes(study);
        return [.. changes.Units.Select(unit => (unit.Start is not null, unit.Start is { } own ? unit.Before[own] : changes.Weighted(unit.Before)))];
    }

    /// <summary>(mean of treated − mean of controls) ÷ √((variance of treated + variance of controls) / 2)</summary>
    private static DiagnosticRow Standardised(Study study, string kind, double[] treated, double[] controls)
    {
        var spread = Math.Sqrt((Variance(treated) + Variance(controls)) / 2);
        var difference = treated.Length > 1 && controls.Length > 1 && spread > 0 ? (treated.Average() - controls.Average()) / spread : double.NaN;
        return DiagnosticRows.Of(study, kind, difference, Limit, Math.Abs(difference) > Limit);
    }

    /// <summary>The share of the treated whose level before lies within the controls'.</summary>
    private static DiagnosticRow Overlap(Study study, double[] treated, double[] controls)
    {
        var share = (double)treated.Count(level => level >= controls.Min() && level <= controls.Max()) / treated.Length;
        return DiagnosticRows.Of(study, "overlap", share, 1, share < 1);
    }

    private static double Variance(double[] values)
    {
        if (values.Length < 2)
        {
            return double.NaN;
        }

        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
