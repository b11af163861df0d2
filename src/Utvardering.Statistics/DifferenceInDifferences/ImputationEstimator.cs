using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>
/// The imputation estimator for staggered starts: unit and period effects are fitted on untreated cells alone, every treated cell's outcome
/// without treatment is imputed from them, and the differences are averaged.
/// </summary>
/// <remarks>
/// <para>
/// Borusyak, Jaravel and Spiess (2024), "Revisiting Event-Study Designs: Robust and Efficient Estimation". y(0)(i,t) = α(i) + λ(t) + β′x(i,t) by
/// (weighted) least squares on cells not yet or never treated; τ̂(i,t) = y(i,t) − ŷ(0)(i,t); the result is Σ w τ̂. Efficient where errors are
/// independent with equal variance, and never compares with treated cells.
/// </para>
/// <para>
/// Cells whose unit or period has no untreated cell cannot be imputed: they are left out and told. Standard errors are the paper's conservative ones,
/// with effects averaged by cohort and period, clustered by the panel's clusters; tests are normal.
/// </para>
/// </remarks>
public static class ImputationEstimator
{
    // As for any clustered standard error; Cameron and Miller (2015).
    private const int EnoughClusters = 40;

    /// <summary>Estimates the effects.</summary>
    /// <param name="panel">Units × periods; missing cells are left out.</param>
    /// <param name="options">Covariates, leads and confidence.</param>
    /// <exception cref="ArgumentException">No treated cell that can be imputed; no untreated cell; an unknown covariate.</exception>
    public static ImputationResult Estimate(CohortPanel panel, ImputationOptions? options = null)
    {
        options ??= new();
        PanelWarnings.CheckTreated(panel);
        var rows = PanelRows.Of(panel, options.Covariates);
        var model = new ImputationModel(rows);
        int[] all = [.. Enumerable.Range(0, rows.Count).Where(rows.IsTreated)];
        int[] treated = [.. all.Where(model.CanImpute)];
        if (treated.Length == 0)
        {
            throw new ArgumentException("No treated cell has both a period before treatment and an untreated unit in its period: nothing can be imputed.");
        }

        var inference = new ImputationInference(rows, model, treated, options.Confidence);
        var effect = inference.Average(treated);
        var (leads, test) = Leads(panel, options);
        return new(
            effect with { Warnings = [.. Told(panel, rows, model, all.Length, treated.Length), .. effect.Warnings] },
            [
                .. treated.GroupBy(row => rows.EventTime(row)!.Value).OrderBy(time => time.Key)
                    .Select(time => new EventTimeEstimate(time.Key, false, time.Count(), inference.Average([.. time]))),
            ],
            [
                .. treated.GroupBy(row => rows.Cohort(row)!.Value).OrderBy(cohort => cohort.Key)
                    .Select(cohort => new CohortEstimate(cohort.Key, cohort.Count(), inference.Average([.. cohort]))),
            ],
            [
                .. treated.GroupBy(row => (Cohort: rows.Cohort(row)!.Value, Time: rows.EventTime(row)!.Value)).OrderBy(cell => cell.Key)
                    .Select(cell => new CohortEventTimeEstimate(cell.Key.Cohort, cell.Key.Time, cell.Count(), inference.Average([.. cell]))),
            ],
            leads,
            test);
    }

    private static IEnumerable<EstimationWarning> Told(CohortPanel panel, PanelRows rows, ImputationModel model, int treatedCells, int imputed)
    {
        foreach (var warning in PanelWarnings.Groups(panel).Concat(PanelWarnings.SmallCohorts(panel)))
        {
            yield return warning;
        }

        foreach (var name in model.Dropped)
        {
            yield return new(EstimationWarningKind.CollinearDropped, name);
        }

        if (imputed < treatedCells)
        {
            yield return new(EstimationWarningKind.CellsWithoutComparison, Value: treatedCells - imputed, Limit: treatedCells);
        }

        if (rows.Clusters.Count < EnoughClusters)
        {
            yield return new(EstimationWarningKind.FewClusters, Value: rows.Clusters.Count, Limit: EnoughClusters);
        }
    }

    // The paper's test of pre-trends: leads on untreated cells alone, so that it is independent of the estimates above under its assumptions.
    private static (ImmutableArray<EventTimeEstimate> Leads, WaldTest? Test) Leads(CohortPanel panel, ImputationOptions options)
    {
        if (options.Leads == 0)
        {
            return ([], null);
        }

        var rows = PanelRows.Of(panel, options.Covariates, (unit, period) => !panel.IsTreated(unit, period));
        var columns = Enumerable.Range(-options.Leads, options.Leads).Select(time => new DesignColumn(
            EventStudyRegression.Name(time), [.. Enumerable.Range(0, rows.Count).Select(row => rows.EventTime(row) == time ? 1.0 : 0)])).ToArray();
        var fit = FixedEffectsLeastSquares.Fit(
            rows.Outcome, [.. columns, .. rows.Covariates], [rows.Units, rows.Times], new() { Weights = rows.Weights, Method = "leads on untreated cells" });
        var inference = fit.With(new ClusteredErrors(rows.Clusters), rows.Sample());
        ImmutableArray<EventTimeEstimate> leads =
        [
            .. columns.Index().Where(column => fit.Names.Contains(column.Item.Name)).Select(column => new EventTimeEstimate(
                column.Index - options.Leads,
                false,
                (int)column.Item.Values.Sum(),
                inference.Coefficient(column.Item.Name, options.Confidence))),
        ];
        return (leads, leads.IsEmpty ? null : inference.Wald([.. leads.Select(lead => EventStudyRegression.Name(lead.EventTime))]));
    }
}
