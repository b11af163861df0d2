using System.Collections.Immutable;

namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>How much the estimate hangs on single donors.</summary>
/// <param name="Full">With all donors.</param>
/// <param name="Without">Without each donor that has a weight, in ordinal order. (Without another one nothing changes.)</param>
public sealed record LeaveOneDonorOutResult(SyntheticControlEstimate Full, ImmutableArray<LeftOutDonor> Without)
{
    /// <summary>The lowest effect among the full one and those without a donor.</summary>
    public double Lowest => Without.Select(donor => donor.Effect).Append(Full.Effect.Value).Min();

    /// <summary>The highest.</summary>
    public double Highest => Without.Select(donor => donor.Effect).Append(Full.Effect.Value).Max();
}
