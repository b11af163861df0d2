using System.Collections.Immutable;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The pairs of a <see cref="GoodmanBacon"/> decomposition with weights and estimates.</summary>
internal static class GoodmanBaconPairs
{
    public static ImmutableArray<GoodmanBaconComparison> Plain(CohortPanel panel, TreatmentGroup[] groups)
    {
        List<GoodmanBaconComparison> pairs = [];
        foreach (var treated in groups.Where(group => group.Changes))
        {
            foreach (var control in groups.Where(group => group != treated))
            {
                pairs.Add(Pair(panel, treated, control));
            }
        }

        return Normalised(pairs);
    }

    public static GoodmanBaconDecomposition Adjusted(
        CohortPanel panel, TreatmentGroup[] groups, AdjustedTreatment adjusted, SampleSize sample, ImmutableArray<EstimationWarning> warnings)
    {
        double[][] means = [.. groups.Select(group => Enumerable.Range(0, group.Periods).Select(period => group.Units.Average(unit => adjusted.Values[unit][period])).ToArray())];
        double withinProduct = 0, withinSquares = 0, squares = 0;
        foreach (var (index, group) in groups.Index())
        {
            foreach (var unit in group.Units)
            {
                for (var period = 0; period < group.Periods; period++)
                {
                    // d̃ within its cohort and period; unit means of d̃ are zero
                    var within = adjusted.Values[unit][period] - means[index][period];
                    withinProduct += within * panel.Outcome(unit, period);
                    withinSquares += within * within;
                    squares += adjusted.Values[unit][period] * adjusted.Values[unit][period];
                }
            }
        }

        List<GoodmanBaconComparison> pairs = [];
        for (var one = 0; one < groups.Length; one++)
        {
            for (var other = one + 1; other < groups.Length; other++)
            {
                pairs.Add(AdjustedPair(panel, groups[one], groups[other], means[one], means[other]));
            }
        }

        // Ω = V(d̃ within) / V(d̃)
        return new(adjusted.Coefficient, Normalised(pairs), withinSquares / squares, withinProduct / withinSquares, sample, warnings);
    }

    private static GoodmanBaconComparison Pair(CohortPanel panel, TreatmentGroup treated, TreatmentGroup control)
    {
        var sizes = (double)treated.Units.Length * control.Units.Length;
        var (k, l) = (treated.TreatedShare, control.TreatedShare);
        if (treated.FirstPosition < control.FirstPosition)
        {
            // n_k n_l (D̄_k − D̄_l)(1 − D̄_k), with D̄_l = 0 for the never-treated; the periods before the later starts
            var kind = control.IsNever ? GoodmanBaconKind.TreatedVsNeverTreated : GoodmanBaconKind.EarlierVsLater;
            return new(
                Period(panel, treated), control.IsNever ? null : Period(panel, control), kind, sizes * (k - l) * (1 - k),
                Difference(treated, control, 0, treated.FirstPosition, control.FirstPosition));
        }

        // n_k n_l D̄_l (D̄_k − D̄_l) for the later of the two, with D̄_k = 1 for the always-treated; the periods from the start of the earlier
        return new(
            Period(panel, treated), Period(panel, control), control.IsAlways ? GoodmanBaconKind.LaterVsAlwaysTreated : GoodmanBaconKind.LaterVsEarlier,
            sizes * k * (l - k), Difference(treated, control, control.FirstPosition, treated.FirstPosition, treated.Periods));
    }

    private static GoodmanBaconComparison AdjustedPair(CohortPanel panel, TreatmentGroup one, TreatmentGroup other, double[] oneTreatment, double[] otherTreatment)
    {
        double product = 0, squares = 0;
        for (var period = 0; period < one.Periods; period++)
        {
            // β̂_kl = Σ (d̃_kt − d̃_lt)(y_kt − y_lt) / Σ (d̃_kt − d̃_lt)², weight n_k n_l Σ (d̃_kt − d̃_lt)²
            var gap = oneTreatment[period] - otherTreatment[period];
            product += gap * (one.Means[period] - other.Means[period]);
            squares += gap * gap;
        }

        return new(
            Period(panel, one), other.IsNever ? null : Period(panel, other), other.IsNever ? GoodmanBaconKind.TreatedVsNeverTreated : GoodmanBaconKind.BothTreated,
            (double)one.Units.Length * other.Units.Length * squares, product / squares);
    }

    private static double Difference(TreatmentGroup treated, TreatmentGroup control, int first, int start, int end) =>
        Change(treated.Means, first, start, end) - Change(control.Means, first, start, end);

    private static double Change(double[] means, int first, int start, int end) => means[start..end].Average() - means[first..start].Average();

    private static int Period(CohortPanel panel, TreatmentGroup group) => panel.Periods[0] + group.FirstPosition;

    private static ImmutableArray<GoodmanBaconComparison> Normalised(List<GoodmanBaconComparison> pairs)
    {
        var total = pairs.Sum(pair => pair.Weight);
        return [.. pairs.Select(pair => pair with { Weight = pair.Weight / total }).OrderBy(pair => pair.Treated).ThenBy(pair => pair.Control ?? int.MaxValue)];
    }
}
