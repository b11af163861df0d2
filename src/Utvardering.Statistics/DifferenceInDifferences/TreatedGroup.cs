using System.Collections.Immutable;
using Utvardering.Statistics.Warnings;

namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>Which units are treated: every unit that is not is a control.</summary>
internal static class TreatedGroup
{
    /// <summary>Units in a group below which a result is said to rest on few units: the house's choice, no theorem.</summary>
    private const int Enough = 10;

    public static ImmutableHashSet<string> Check(IEnumerable<string> units, IReadOnlyCollection<string> treated)
    {
        var known = units.ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var unit in treated.Where(unit => !known.Contains(unit)))
        {
            throw new ArgumentException($"The treated unit \"{unit}\" is not in the panel: check its id, or leave it out of the treated.");
        }

        return treated.ToImmutableHashSet(StringComparer.Ordinal);
    }

    public static void CheckBothGroups(int treated, int controls)
    {
        if (treated == 0 || controls == 0)
        {
            throw new ArgumentException(
                $"A comparison needs treated and control units with data, there are {treated} treated and {controls} controls: widen the choice of units.");
        }
    }

    public static IEnumerable<EstimationWarning> FewUnits(int treated, int controls)
    {
        if (treated < Enough)
        {
            yield return new(EstimationWarningKind.FewTreatedUnits, Value: treated, Limit: Enough);
        }

        if (controls < Enough)
        {
            yield return new(EstimationWarningKind.FewControlUnits, Value: controls, Limit: Enough);
        }
    }
}
