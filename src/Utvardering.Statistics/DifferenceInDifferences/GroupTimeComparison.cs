using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Compares a cohort with its controls over two periods.</summary>
internal static class GroupTimeComparison
{
    /// <summary>DRDID's and did's limit: above it p/(1 − p) lets one control stand for a thousand.</summary>
    private const double LargestPropensity = 0.999;

    /// <summary>The cell, or null and a warning when it cannot be estimated. Periods are positions.</summary>
    public static GroupTimeCell? Of(GroupTimeSample sample, GroupTimeOptions options, int cohort, int period, int basePeriod, List<EstimationWarning> warnings)
    {
        var periods = sample.Panel.Periods;
        var treated = sample.UnitsOf(cohort);
        int[][] controls = [.. sample.Controls(options.Controls, cohort, periods[Math.Max(period, basePeriod)])];
        if (options.RepeatedCrossSections)
        {
            return CrossSections(sample, cohort, period, basePeriod, treated, controls, warnings);
        }

        return options.Covariates.IsEmpty
            ? Changes(sample, cohort, period, basePeriod, treated, controls, warnings)
            : Adjusted(sample, options, cohort, period, basePeriod, treated, controls, warnings);
    }

    private static GroupTimeCell? Changes(
        GroupTimeSample sample, int cohort, int period, int basePeriod, int[] treated, int[][] controls, List<EstimationWarning> warnings)
    {
        var (after, before, weights) = (sample.Outcomes[period], sample.Outcomes[basePeriod], sample.Weights(Math.Min(period, basePeriod)));
        var treatedMean = ChangeMean([treated], after, before, weights);
        var controlMean = ChangeMean(controls, after, before, weights);
        if (treatedMean.Units == 0 || controlMean.Units == 0)
        {
            warnings.Add(NotEstimated(sample, cohort, period));
            return null;
        }

        // ψ = n [w D (ΔY − m₁) / Σ w D − w C (ΔY − m₀) / Σ w C]
        var influence = new double[sample.Count];
        AddChanges(influence, [treated], after, before, weights, treatedMean.Value, sample.Count / treatedMean.Weight);
        AddChanges(influence, controls, after, before, weights, controlMean.Value, -sample.Count / controlMean.Weight);

        // ATT(g, t) = E[Y(t) − Y(b) | G = g] − E[Y(t) − Y(b) | C]
        return new(
            cohort, sample.Panel.Periods[period], treatedMean.Value - controlMean.Value, influence, treatedMean.Units + controlMean.Units, treatedMean.Units);
    }

    private static GroupTimeCell? CrossSections(
        GroupTimeSample sample, int cohort, int period, int basePeriod, int[] treated, int[][] controls, List<EstimationWarning> warnings)
    {
        var influence = new double[sample.Count];
        double value = 0;
        int treatedUnits = 0, units = 0;
        foreach (var (lists, at, sign) in new (int[][], int, int)[] { ([treated], period, 1), ([treated], basePeriod, -1), (controls, period, -1), (controls, basePeriod, 1) })
        {
            var (outcomes, weights) = (sample.Outcomes[at], sample.Weights(at));
            var mean = LevelMean(lists, outcomes, weights);
            if (mean.Units == 0)
            {
                warnings.Add(NotEstimated(sample, cohort, period));
                return null;
            }

            value += sign * mean.Value;
            AddLevels(influence, lists, outcomes, weights, mean.Value, sign * sample.Count / mean.Weight);
            units += mean.Units;
            treatedUnits = lists.Length == 1 && ReferenceEquals(lists[0], treated) ? Math.Max(treatedUnits, mean.Units) : treatedUnits;
        }

        return new(cohort, sample.Panel.Periods[period], value, influence, units, treatedUnits);
    }

    private static GroupTimeCell? Adjusted(
        GroupTimeSample sample, GroupTimeOptions options, int cohort, int period, int basePeriod, int[] treated, int[][] controls, List<EstimationWarning> warnings)
    {
        var two = TwoPeriodSample.Of(sample, options.Covariates, period, basePeriod, treated, controls);
        var hasBoth = two.TreatedCount > 0 && two.TreatedCount < two.Count;
        var regression = hasBoth && options.Method != GroupTimeMethod.InverseProbability ? ControlRegression.Fit(two) : null;
        if (!hasBoth || (regression is null && options.Method != GroupTimeMethod.InverseProbability))
        {
            warnings.Add(NotEstimated(sample, cohort, period));
            return null;
        }

        var propensity = options.Method == GroupTimeMethod.OutcomeRegression ? null : PropensityModel.Fit(two);
        if (propensity?.Largest >= LargestPropensity)
        {
            warnings.Add(new(EstimationWarningKind.PoorOverlap, Name(sample, cohort, period), Value: propensity.Largest, Limit: LargestPropensity));
            return null;
        }

        var (value, influence) = options.Method switch
        {
            GroupTimeMethod.OutcomeRegression => TwoPeriodEstimators.OutcomeRegression(two, regression!),
            GroupTimeMethod.InverseProbability => TwoPeriodEstimators.InverseProbability(two, propensity!),
            _ => TwoPeriodEstimators.DoublyRobust(two, propensity!, regression!),
        };

        // Only n₁ of the n units were compared: their influence on a mean over all units is n / n₁ times larger.
        var ofAll = new double[sample.Count];
        for (var i = 0; i < influence.Length; i++)
        {
            ofAll[two.Units[i]] = influence[i] * sample.Count / two.Count;
        }

        return new(cohort, sample.Panel.Periods[period], value, ofAll, two.Count, two.TreatedCount);
    }

    private static (double Value, double Weight, int Units) ChangeMean(int[][] lists, double[] after, double[] before, double[] weights)
    {
        double sum = 0, weight = 0;
        var units = 0;
        foreach (var list in lists)
        {
            foreach (var unit in list)
            {
                var change = after[unit] - before[unit];
                if (!double.IsNaN(change))
                {
                    sum += weights[unit] * change;
                    weight += weights[unit];
                    units++;
                }
            }
        }

        return (sum / weight, weight, units);
    }

    private static void AddChanges(double[] influence, int[][] lists, double[] after, double[] before, double[] weights, double mean, double factor)
    {
        foreach (var list in lists)
        {
            foreach (var unit in list)
            {
                var change = after[unit] - before[unit];
                influence[unit] = double.IsNaN(change) ? 0 : factor * weights[unit] * (change - mean);
            }
        }
    }

    private static (double Value, double Weight, int Units) LevelMean(int[][] lists, double[] outcomes, double[] weights)
    {
        double sum = 0, weight = 0;
        var units = 0;
        foreach (var unit in lists.SelectMany(list => list).Where(unit => !double.IsNaN(outcomes[unit])))
        {
            sum += weights[unit] * outcomes[unit];
            weight += weights[unit];
            units++;
        }

        return (sum / weight, weight, units);
    }

    private static void AddLevels(double[] influence, int[][] lists, double[] outcomes, double[] weights, double mean, double factor)
    {
        foreach (var unit in lists.SelectMany(list => list).Where(unit => !double.IsNaN(outcomes[unit])))
        {
            influence[unit] += factor * weights[unit] * (outcomes[unit] - mean);
        }
    }

    private static EstimationWarning NotEstimated(GroupTimeSample sample, int cohort, int period) =>
        new(EstimationWarningKind.CellNotEstimated, Name(sample, cohort, period));

    private static string Name(GroupTimeSample sample, int cohort, int period) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cohort {cohort}, period {sample.Panel.Periods[period]}");
}
