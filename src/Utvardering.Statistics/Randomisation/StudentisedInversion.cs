using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.Randomisation;

/// <summary>The span of the effects that the studentised randomisation test does not reject.</summary>
/// <remarks>
/// With x = τ − τ̂ the changes are e − xD, e those at the estimate. The observed statistic is −x / √V₀; assignment a has a difference in means
/// linear in x and a variance Σ over both groups of SS / (n (n − 1)) that is quadratic in x. In units of √V₀ it is at least as extreme where a
/// <see cref="Quartic"/> is not negative.
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
        var (v0, _, _) = Variance(atEstimate, isTreated, isTreated, assignments);
        if (!(v0 > 0))
        {
            return new(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha);
        }

        var error = Math.Sqrt(v0);
        var region = new AcceptanceRegion(assignments.Count, 0);
        var assigned = new bool[isTreated.Length];
        for (var a = 0; a < assignments.Count; a++)
        {
            Array.Clear(assigned);
            double sum = 0;
            foreach (var unit in assignments[a])
            {
                assigned[unit] = true;
                sum += atEstimate[unit];
            }

            region.Add(assignments.IsAlwaysTied(a) ? default : Extreme(atEstimate, isTreated, assigned, sum, assignments, a, error));
        }

        var (low, high) = region.Hull(alpha);
        return new(estimate + (low * error), estimate + (high * error), 1 - alpha);
    }

    private static Quartic Extreme(double[] changes, bool[] isTreated, bool[] assigned, double sum, Assignments assignments, int a, double error)
    {
        var overlap = (double)assignments.Overlap(a);
        var difference = (sum / assignments.TreatedCount) - ((changes.Sum() - sum) / assignments.ControlCount);

        // B = share of the assigned that were treated − share of the others that were
        var slope = (overlap / assignments.TreatedCount) - ((assignments.TreatedCount - overlap) / assignments.ControlCount);
        var (v0, v1, v2) = Variance(changes, isTreated, assigned, assignments);
        return Quartic.Extreme(difference / error, -slope, v0 / (error * error), v1 / error, v2);
    }

    // Σ over the two groups of Σ(y − ȳ)² / (n (n − 1)), y = e − xD: constant, slope and curvature in x
    private static (double V0, double V1, double V2) Variance(double[] changes, bool[] isTreated, bool[] assigned, Assignments assignments)
    {
        double v0 = 0, v1 = 0, v2 = 0;
        foreach (var (group, size) in ((bool, double)[])[(true, assignments.TreatedCount), (false, assignments.ControlCount)])
        {
            double e = 0, d = 0;
            for (var unit = 0; unit < changes.Length; unit++)
            {
                e += assigned[unit] == group ? changes[unit] : 0;
                d += assigned[unit] == group && isTreated[unit] ? 1 : 0;
            }

            for (var unit = 0; unit < changes.Length; unit++)
            {
                if (assigned[unit] == group)
                {
                    var (ofChange, ofTreatment) = (changes[unit] - (e / size), (isTreated[unit] ? 1 : 0) - (d / size));
                    v0 += ofChange * ofChange / (size * (size - 1));
                    v1 -= 2 * ofChange * ofTreatment / (size * (size - 1));
                    v2 += ofTreatment * ofTreatment / (size * (size - 1));
                }
            }
        }

        return (v0, v1, v2);
    }
}
