using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Regression;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The interaction-weighted event study for staggered starts: every cohort has its own effects, which are then averaged with known weights.</summary>
/// <remarks>
/// <para>
/// Sun and Abraham (2021), "Estimating Dynamic Treatment Effects in Event Studies with Heterogeneous Treatment Effects":
/// y(i,t) = α(i) + λ(t) + Σ_g Σ_{e ≠ r} δ(g,e) 1{g(i) = g} 1{t − g = e} + β′x(i,t) + ε(i,t), controls the never-treated. The effect at time e is
/// Σ_g s(g,e) δ̂(g,e), s the share of cohort g among the cells at time e, weighted where the panel is.
/// </para>
/// <para>
/// Without never-treated units the last cohort is the control, and periods from its start on are left out, as in the paper. Units treated from the
/// first period are left out. Shares are taken as known in the standard errors, as fixest's <c>sunab</c> does, with which figures agree.
/// </para>
/// </remarks>
public static class SunAbraham
{
    /// <summary>Estimates the effects.</summary>
    /// <param name="panel">Units × periods; missing cells are left out.</param>
    /// <param name="options">Reference, covariates and standard errors.</param>
    /// <exception cref="ArgumentException">No treated unit with a period before; no controls; an unknown covariate; one cluster.</exception>
    public static SunAbrahamResult Estimate(CohortPanel panel, SunAbrahamOptions? options = null)
    {
        options ??= new();
        PanelWarnings.CheckTreated(panel);
        var design = SunAbrahamDesign.Of(panel, options);
        var fit = FixedEffectsLeastSquares.Fit(
            design.Rows.Outcome,
            [.. design.Columns, .. design.Rows.Covariates],
            [design.Rows.Units, design.Rows.Times],
            new() { Weights = design.Rows.Weights, Method = "Sun–Abraham interaction-weighted regression" });
        var sample = design.Rows.Sample();
        var inference = fit.With(options.ErrorsOn(design.Rows), sample);
        var kept = design.Interactions.Where(interaction => fit.Names.Contains(interaction.Name)).ToArray();
        Vector<double> Share(IEnumerable<CohortInteraction> interactions) => Shares(fit, [.. interactions]);
        Estimate Average(IEnumerable<CohortInteraction> interactions) => inference.Combination(Share(interactions), options.Confidence);

        var treated = kept.Where(interaction => interaction.EventTime >= 0).ToArray();
        if (treated.Length == 0)
        {
            throw new ArgumentException("No treated cell can be compared: every treated period lacks controls or a period before. Widen the periods.");
        }

        var effect = Average(treated);
        ImmutableArray<EventTimeEstimate> times =
        [
            .. kept.GroupBy(interaction => interaction.EventTime)
                .Select(time => new EventTimeEstimate(time.Key, false, time.Sum(interaction => interaction.Cells), Average(time)))
                .Append(new(options.Reference, true, design.ReferenceCells, EventTimeEstimate.Reference(fit.Method, sample, options.Confidence)))
                .OrderBy(time => time.EventTime),
        ];
        return new(
            effect with { Warnings = [.. effect.Warnings, .. PanelWarnings.Groups(panel), .. PanelWarnings.SmallCohorts(panel), .. design.Warnings] },
            times,
            [.. treated.GroupBy(interaction => interaction.Cohort).Select(cohort => new CohortEstimate(cohort.Key, cohort.Sum(interaction => interaction.Cells), Average(cohort)))],
            [.. kept.Select(interaction => new CohortEventTimeEstimate(interaction.Cohort, interaction.EventTime, interaction.Cells, Average([interaction])))],
            PreTrends(inference, [.. kept.Where(interaction => interaction.EventTime < 0).GroupBy(interaction => interaction.EventTime).Select(Share)]),
            inference);
    }

    /// <summary>The name of a cohort's coefficient at a time since treatment.</summary>
    public static string Name(int cohort, int eventTime) => string.Create(CultureInfo.InvariantCulture, $"cohort {cohort}, event time {eventTime}");

    // s(g,e) = Σ w over the cohort's cells / Σ w over all cells averaged.
    private static Vector<double> Shares(RegressionFit fit, CohortInteraction[] interactions)
    {
        var total = interactions.Sum(interaction => interaction.Weight);
        var shares = Vector<double>.Build.Dense(fit.Names.Length);
        foreach (var interaction in interactions)
        {
            shares[fit.IndexOf(interaction.Name)] = interaction.Weight / total;
        }

        return shares;
    }

    private static WaldTest? PreTrends(RegressionInference inference, Vector<double>[] leads) =>
        leads.Length == 0 || inference.Covariance.HasOwnDegrees ? null : inference.Wald(Matrix<double>.Build.DenseOfRowVectors(leads));
}
