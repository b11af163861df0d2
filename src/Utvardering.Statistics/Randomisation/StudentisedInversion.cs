using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>The span of the effects that the studentised randomisation test does not reject.</summary>
/// <remarks>
/// With x = τ − τ̂ the changes are e − xD, e those at the estimate. The observed statistic is −x / √V₀; assignment a has a difference in means
/// linear in x and a variance Σ over both groups of SS / (n (n − 1)) that is quadratic in x, with coefficients from Σ(e − ē)², −2 Σ(e − ē)(D − D̄)
/// and Σ(D − D̄)². In units of √V₀ it is at least as extreme where a <see cref="Quartic"/> is not negative.
/// </remarks>
internal static class StudentisedInversion
{
    public static ConfidenceInterval Interval(double[] centred, Assignments assignments, double alpha)
    {
        var isTreated = new bool[assignments.UnitCount];
        foreach (var unit in assignments[assignments.ObservedIndex])
        {
            isTreated[unit] = true;
        }

        var estimate = centred.Where((_, unit) => isTreated[unit]).Average() - centred.Where((_, unit) => !isTreated[unit]).Average();
        double[] atEstimate = [.. centred.Select((change, unit) => isTreated[unit] ? change - estimate : change)];
        var groups = new GroupSpread(atEstimate, assignments);
        var v0 = groups.Variance(assignments.ObservedIndex);
        if (!(v0 > 0))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha);
        }

        var error = Math.Sqrt(v0);
        var (all, treated) = (atEstimate.Sum(), atEstimate.Where((_, unit) => isTreated[unit]).Sum());
        var region = new AcceptanceRegion(assignments.Count, 0);
        for (var a = 0; a < assignments.Count; a++)
        {
            if (assignments.IsAlwaysTied(a))
            {
                region.Add(default);
                continue;
            }

            var (sum, ofTreated) = (0.0, 0.0);
            foreach (var unit in assignments[a])
            {
                sum += atEstimate[unit];
                ofTreated += isTreated[unit] ? atEstimate[unit] : 0;
            }

            var assigned = new Group(assignments.TreatedCount, sum, ofTreated, assignments.Overlap(a));
            var others = new Group(assignments.ControlCount, all - sum, treated - ofTreated, assignments.TreatedCount - assignments.Overlap(a));
            region.Add(Quartic.Extreme(
                ((sum / assigned.Size) - (others.Sum / others.Size)) / error,
                -((assigned.Treated / assigned.Size) - (others.Treated / others.Size)),
                groups.Variance(a) / v0,
                -2 * (assigned.Covariance + others.Covariance) / error,
                assigned.TreatmentVariance + others.TreatmentVariance));
        }

        var (low, high) = region.Hull(alpha);
        return new(estimate + (low * error), estimate + (high * error), 1 - alpha);
    }

    /// <summary>Assigned or others: units, the sum of e, the sum of e over its treated, and how many these are.</summary>
    private readonly record struct Group(double Size, double Sum, double SumOfTreated, double Treated)
    {
        /// <summary>Σ(e − ē)(D − D̄) / (n (n − 1)).</summary>
        public double Covariance => (SumOfTreated - (Sum * Treated / Size)) / (Size * (Size - 1));

        /// <summary>Σ(D − D̄)² / (n (n − 1)).</summary>
        public double TreatmentVariance => (Treated - (Treated * Treated / Size)) / (Size * (Size - 1));
    }
}
