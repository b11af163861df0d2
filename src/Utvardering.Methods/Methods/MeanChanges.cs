using System.Collections.Immutable;
using Utvardering.Statistics.DifferenceInDifferences;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Randomisation;
using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Methods;

/// <summary>The difference in the units' mean changes, with each of the inferences that a handful of units bears.</summary>
internal static class MeanChanges
{
    /// <summary>The exact randomisation test and the interval that inverts it.</summary>
    /// <param name="draws">Assignments to draw where there are too many to take all.</param>
    /// <param name="strata">The stratum of each unit, within which treatment could have fallen otherwise; null: any choice of as many units.</param>
    public static Estimate Randomisation(
        CohortPanel panel, IReadOnlyList<UnitChange> changes, int draws, ulong seed, double confidence, IReadOnlyDictionary<string, string>? strata = null) =>
        Randomisation(panel, changes, Assign(UnitChanges.Used(changes), draws, seed, strata), seed, confidence);

    /// <summary>The same, over assignments from <see cref="Assign"/> with that seed.</summary>
    public static Estimate Randomisation(CohortPanel panel, IReadOnlyList<UnitChange> changes, Assignments assignments, ulong seed, double confidence)
    {
        var used = UnitChanges.Used(changes);
        var result = RandomisationInference.DifferenceInMeans([.. used.Select(unit => unit.Change)], assignments, 1 - confidence);
        return new()
        {
            Method = RandomisationByName.Wording("difference in mean changes", result.Test),
            Value = result.Estimate,
            Interval = result.Interval,
            PValue = result.Test.PTwoSided,
            Sample = UnitChanges.Sample(panel, used),
            Seed = result.Test.IsExhaustive ? null : seed,
            Warnings = [.. result.Warnings, .. UnitChanges.LeftOut(changes)],
        };
    }

    /// <summary>The same by Welch's t: the interval inverts that test.</summary>
    public static Estimate Studentised(CohortPanel panel, IReadOnlyList<UnitChange> changes, Assignments assignments, ulong seed, double confidence)
    {
        var used = UnitChanges.Used(changes).Select(unit => unit.Change).ToImmutableArray();
        var test = RandomisationInference.Studentised(used, assignments);
        return Randomisation(panel, changes, assignments, seed, confidence) with
        {
            Method = RandomisationByName.Wording("difference in mean changes by Welch's t", test),
            Interval = RandomisationInference.StudentisedInterval(used, assignments, 1 - confidence),
            PValue = test.PTwoSided,
        };
    }

    public static Estimate IbragimovMuller(CohortPanel panel, IReadOnlyList<UnitChange> changes, double confidence) =>
        TwoSample(panel, changes, (treated, controls) => Statistics.FewClusters.IbragimovMuller.TwoSample(treated, controls, confidence));

    public static Estimate DonaldLang(CohortPanel panel, IReadOnlyList<UnitChange> changes, double confidence) =>
        TwoSample(panel, changes, (treated, controls) => Statistics.FewClusters.DonaldLang.TwoSample(treated, controls, confidence));

    /// <summary>The assignments among which the observed one is judged.</summary>
    public static Assignments Assign(IReadOnlyList<UnitChange> used, int draws, ulong seed, IReadOnlyDictionary<string, string>? strata)
    {
        bool[] treated = [.. used.Select(unit => unit.Treated)];
        return strata is null ? Assignments.Of(treated, draws, seed) : Assignments.Within([.. used.Select(unit => strata[unit.Unit])], treated, draws, seed);
    }

    private static Estimate TwoSample(CohortPanel panel, IReadOnlyList<UnitChange> changes, Func<double[], double[], Estimate> test)
    {
        var used = UnitChanges.Used(changes);
        double[] Of(bool treated) => [.. used.Where(unit => unit.Treated == treated).Select(unit => unit.Change)];
        var estimate = test(Of(true), Of(false));
        return estimate with
        {
            Sample = UnitChanges.Sample(panel, used) with { Clusters = used.Length },
            Warnings = [.. estimate.Warnings, .. UnitChanges.LeftOut(changes)],
        };
    }
}
