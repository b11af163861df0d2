using Utvardering.Statistics.DifferenceInDifferences;

namespace Utvardering.Statistics.Randomisation;

/// <summary>The joint test that the groups were not drifting apart before the start: a drift may have begun in any pre-period, and the clearest is looked for.</summary>
/// <remarks>
/// <para>
/// The statistic is max over b of |δ̂(b)| / σ(b). δ̂(b) is the difference in means between treated and controls of Σ w(t) y(t) over the T periods before treatment,
/// with w(t) = (t − b)⁺ less its mean: level up to period b, and one more a period after it. b runs from the first period (a drift all through) to the last but one
/// (the last period alone is off). With white noise δ̂(b) is the best contrast there is for a drift that began after b; the reference period has no part in it.
/// σ(b) is the standard deviation of δ̂(b) over all assignments, σ² = S² n / (n₁ n₀) with S² the variance of the units' Σ w(t) y(t)
/// (Neyman 1923; Imbens and Rubin 2015, chapter 6), the same for every assignment, and takes in how a unit's periods go together.
/// </para>
/// <para>
/// A drift is what biases a difference in differences: it goes on after the start. When it began is not known, and is a parameter that no drift leaves undefined; so the
/// supremum over it is taken (Davies 1987, "Hypothesis Testing When a Nuisance Parameter is Present Only Under the Alternative"; Andrews 1993, "Tests for Parameter
/// Instability and Structural Change with Unknown Change Point"), as a maximum of the best contrasts for each shape (Bretz, Pinheiro and Branson 2005, "Combining
/// Multiple Comparisons and Modeling Techniques in Dose-Response Studies"). One maximum and its own distribution over the same assignments: no correction for the number
/// of contrasts is needed, and their dependence is in it (Westfall and Young 1993).
/// </para>
/// <para>
/// It is nearly blind to a single odd period that is made up for in the next: that is seen period by period in the event study, and moves a mean of all periods little.
/// Not rejecting is no proof of parallel trends, least of all with few units (Roth 2022, "Pretest with Caution").
/// </para>
/// </remarks>
/// <param name="Statistic">The maximum under the observed assignment; without unit.</param>
/// <param name="P">Share of assignments with a maximum at least as large; ties count.</param>
/// <param name="MinimumP">The smallest p-value that any data could give.</param>
/// <param name="Periods">T, the number of periods before treatment that are looked at, the reference among them.</param>
/// <param name="IsExhaustive">Whether all assignments were used, so that the p-value is exact.</param>
public sealed record PreTrendTest(double Statistic, double P, double MinimumP, int Periods, bool IsExhaustive)
{
    /// <summary>The test alone, as <see cref="EventStudyInference"/> gives it beside the periods' own.</summary>
    /// <param name="study">The event study; its units are the units of the assignments.</param>
    /// <param name="options">Sample size and seed.</param>
    /// <returns>The test; null when there is no pre-period besides the reference.</returns>
    public static PreTrendTest? Of(EventStudyEstimate study, RandomisationOptions options)
        => Of(study, Assignments.Of([.. study.Units.Select(unit => unit.Treated)], options.SampleSize, options.Seed, options.EnumerationLimit));

    internal static PreTrendTest? Of(EventStudyEstimate study, Assignments assignments)
        => study.Periods.Any(period => period.IsPreTrend) ? PreTrendMaximum.Test(study, assignments) : null;
}
