using System.Numerics;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Randomisation;

/// <summary>Writes assignments one after the other, each as the ascending positions of its treated units.</summary>
internal static class AssignmentLists
{
    // Many treated and few controls make long lists of few assignments: 2²⁵ positions are 128 MB.
    private const int PositionLimit = 1 << 25;

    public static bool FitsEnumeration(BigInteger possible, int treatedCount, int limit = Assignments.EnumerationLimit) =>
        possible <= limit && possible * treatedCount <= PositionLimit;

    public static int[] All(int units, int[] observed, int count, out int observedIndex)
    {
        var k = observed.Length;
        var list = new int[count * k];
        var current = Enumerable.Range(0, k).ToArray();
        observedIndex = -1;
        for (var assignment = 0; assignment < count; assignment++)
        {
            current.CopyTo(list, assignment * k);
            if (current.AsSpan().SequenceEqual(observed))
            {
                observedIndex = assignment;
            }

            Advance(current, units);
        }

        return list;
    }

    /// <summary>The observed assignment first, then draws, each from the stream of its own number.</summary>
    public static int[] Sample(int units, int[] observed, int sampleSize, ulong seed)
    {
        var k = observed.Length;
        var list = new int[checked(sampleSize * k)];
        observed.CopyTo(list, 0);
        var chosen = new bool[units];
        for (var draw = 1; draw < sampleSize; draw++)
        {
            Choose(chosen, list.AsSpan(draw * k, k), new RandomSequence(seed, (ulong)draw));
        }

        return list;
    }

    // The lexicographic successor: raise the last position that can be raised, then let the rest follow on it; false after the last.
    internal static bool Advance(int[] current, int units)
    {
        var k = current.Length;
        var i = k - 1;
        while (i >= 0 && current[i] == units - k + i)
        {
            i--;
        }

        if (i < 0)
        {
            return false;
        }

        current[i]++;
        for (var j = i + 1; j < k; j++)
        {
            current[j] = current[j - 1] + 1;
        }

        return true;
    }

    // Floyd's sampling without replacement (Bentley and Floyd 1987): every k-subset is equally likely. Nothing is chosen before and after.
    internal static void Choose(bool[] chosen, Span<int> positions, RandomSequence random)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            var last = chosen.Length - positions.Length + i;
            var candidate = random.NextBelow(last + 1);
            positions[i] = chosen[candidate] ? last : candidate;
            chosen[positions[i]] = true;
        }

        foreach (var position in positions)
        {
            chosen[position] = false;
        }

        positions.Sort();
    }
}
