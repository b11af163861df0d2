using System.Numerics;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Randomisation;

/// <summary>Writes assignments that treat as many units of each stratum as were treated, each as the ascending positions of its treated units.</summary>
internal sealed class StratifiedLists
{
    private readonly int[][] strata;
    private readonly int[] counts;
    private readonly int[] observed;

    private StratifiedLists(int[][] strata, int[] counts, int[] observed) => (this.strata, this.counts, this.observed) = (strata, counts, observed);

    public int TreatedCount => observed.Length;

    /// <summary>Π C(n_s, k_s).</summary>
    public BigInteger Possible => strata.Zip(counts).Aggregate(BigInteger.One, (product, stratum) => product * Assignments.Choose(stratum.First.Length, stratum.Second));

    public static StratifiedLists Of(IReadOnlyList<string> strata, IReadOnlyList<bool> treated)
    {
        int[] observed = [.. Enumerable.Range(0, treated.Count).Where(unit => treated[unit])];
        if (observed.Length == 0 || observed.Length == treated.Count)
        {
            throw new ArgumentException($"Assignments need treated and control units: {observed.Length} of {treated.Count} units are treated.");
        }

        int[][] groups = [.. Enumerable.Range(0, strata.Count).GroupBy(unit => strata[unit], StringComparer.Ordinal).Select(group => group.ToArray())];
        return new(groups, [.. groups.Select(group => group.Count(unit => treated[unit]))], observed);
    }

    public int[] All(int count)
    {
        var list = new int[count * TreatedCount];
        int[][] current = [.. counts.Select(k => Enumerable.Range(0, k).ToArray())];
        for (var assignment = 0; assignment < count; assignment++)
        {
            Write(current, list.AsSpan(assignment * TreatedCount, TreatedCount));

            // An odometer: the last stratum moves on, and one that has come round moves the one before it.
            for (var s = current.Length - 1; s >= 0 && !AssignmentLists.Advance(current[s], strata[s].Length); s--)
            {
                current[s] = [.. Enumerable.Range(0, counts[s])];
            }
        }

        return list;
    }

    /// <summary>The observed assignment first, then draws, each from the stream of its own number.</summary>
    public int[] Sample(int sampleSize, ulong seed)
    {
        var list = new int[checked(sampleSize * TreatedCount)];
        observed.CopyTo(list, 0);
        bool[][] flags = [.. strata.Select(stratum => new bool[stratum.Length])];
        int[][] chosen = [.. counts.Select(k => new int[k])];
        for (var draw = 1; draw < sampleSize; draw++)
        {
            var random = new RandomSequence(seed, (ulong)draw);
            for (var s = 0; s < chosen.Length; s++)
            {
                AssignmentLists.Choose(flags[s], chosen[s], random);
            }

            Write(chosen, list.AsSpan(draw * TreatedCount, TreatedCount));
        }

        return list;
    }

    public int IndexOfObserved(int[] list)
    {
        var assignment = 0;
        while (!list.AsSpan(assignment * TreatedCount, TreatedCount).SequenceEqual(observed))
        {
            assignment++;
        }

        return assignment;
    }

    private void Write(int[][] chosen, Span<int> positions)
    {
        var next = 0;
        for (var s = 0; s < chosen.Length; s++)
        {
            foreach (var unit in chosen[s])
            {
                positions[next++] = strata[s][unit];
            }
        }

        positions.Sort();
    }
}
