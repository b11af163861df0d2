using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.DifferenceInDifferences;

/// <summary>A made-up staggered panel: five periods, cohorts of 3 and 4 and never-treated, all of it a function of the seed.</summary>
internal sealed record GroupTimeCase(int?[] Cohorts, double[][] Outcomes, double[] Covariate)
{
    public static GroupTimeCase Of(ulong seed, int perGroup = 8)
    {
        var random = new RandomSequence(seed, 11);
        int?[] cohorts = [.. Enumerable.Range(0, 3 * perGroup).Select(unit => unit % 3 == 0 ? (int?)null : 2 + (unit % 3))];
        double[] covariate = [.. cohorts.Select(_ => RandomCase.Normal(random))];
        double[][] outcomes = [.. cohorts.Select((cohort, unit) =>
        {
            var level = 3 * RandomCase.Normal(random);
            return Enumerable.Range(1, 5).Select(period =>
                level + (0.3 * period) + (0.2 * covariate[unit] * period) + (period >= cohort ? 1 : 0) + RandomCase.Normal(random)).ToArray();
        })];
        return new(cohorts, outcomes, covariate);
    }

    public NaiveGroupTime Naive(bool notYet) => new(Cohorts, Outcomes, Covariate, notYet);

    public ImmutableArray<CohortPanelRow> Rows() => [.. Outcomes.SelectMany((series, unit) => series.Select((outcome, period) =>
        new CohortPanelRow($"unit {unit:00}", period + 1, outcome) { Cohort = Cohorts[unit], Covariates = [Covariate[unit]] }))];

    public CohortPanel Panel() => CohortPanel.FromRows(Rows(), "x");
}
