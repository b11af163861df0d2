using System.Collections.Immutable;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>How much single units carry.</summary>
/// <param name="Full">The estimate with all units.</param>
/// <param name="Units">The estimate without each unit, in the panel's order.</param>
public sealed record LeaveOneUnitOutResult(Estimate Full, ImmutableArray<LeftOutUnit> Units)
{
    /// <summary>The unit without which the estimate changes most; null where no estimate can be made without any.</summary>
    public LeftOutUnit? MostInfluential => Units.Where(unit => unit.Estimate is not null).MaxBy(unit => Math.Abs(unit.Estimate!.Value - Full.Value));

    /// <summary>The lowest and highest estimates; NaN where there is none.</summary>
    public (double Lowest, double Highest) Range
    {
        get
        {
            var values = Units.Where(unit => unit.Estimate is not null).Select(unit => unit.Estimate!.Value).DefaultIfEmpty(double.NaN).ToArray();
            return (values.Min(), values.Max());
        }
    }

    /// <summary>The units without which the sign changes, or zero moves into or out of the interval.</summary>
    public ImmutableArray<string> ConclusionChangesWithout => [.. Units
        .Where(unit => unit.Estimate is { } left && (Math.Sign(left.Value) != Math.Sign(Full.Value) || left.Interval.Contains(0) != Full.Interval.Contains(0)))
        .Select(unit => unit.Unit)];
}
