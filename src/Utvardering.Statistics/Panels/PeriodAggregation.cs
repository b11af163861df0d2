namespace Utvardering.Statistics.Panels;

/// <summary>Makes quarters or years of months: counts and exposures are added up, other outcomes, weights and covariates averaged.</summary>
internal static class PeriodAggregation
{
    /// <exception cref="ArgumentException">Fewer than two longer periods lie wholly in the panel.</exception>
    public static CohortPanel Of(CohortPanel panel, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        var longer = panel.Periods.Index()
            .GroupBy(period => Number(period.Item, length), period => period.Index)
            .Where(members => members.Count() == length)
            .Select(members => (Number: members.Key, Members: members.ToArray()))
            .ToList();
        if (longer.Count < 2)
        {
            throw new ArgumentException(
                $"Of the periods {panel.Periods[0]} to {panel.Periods[^1]} only {longer.Count} longer one(s) of {length} can be made whole: at least two are needed, widen the panel.");
        }

        string[] covariates = [.. panel.CovariateNames];
        return CohortPanel.FromRows(
            from unit in Enumerable.Range(0, panel.Units.Length)
            from period in longer
            select Row(panel, unit, period.Number, period.Members, length, covariates),
            [.. covariates]);
    }

    private static CohortPanelRow Row(CohortPanel panel, int unit, int number, int[] members, int length, string[] covariates)
    {
        var missing = members.Any(period => double.IsNaN(panel.Outcome(unit, period)));
        double Average(Func<int, double> of) => missing ? double.NaN : members.Average(of);
        return new(panel.Units[unit], number, panel.HasExposure ? members.Sum(period => panel.Outcome(unit, period)) : Average(period => panel.Outcome(unit, period)))
        {
            Cohort = panel.Cohorts[unit] is { } start ? Number(start, length) : null,
            Cluster = panel.Clusters[unit].ToString("D9", null),
            Weight = missing ? 1 : Average(period => panel.Weight(unit, period)),
            Exposure = panel.HasExposure ? members.Sum(period => panel.Exposure(unit, period)) : null,
            Covariates = [.. covariates.Select(name => Average(period => panel.Covariate(name, unit, period)))],
        };
    }

    private static int Number(int period, int length) => (int)Math.Floor((double)period / length);
}
