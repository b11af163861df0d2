using System.Numerics;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// The ways in which treatment that begins at several times could have fallen on the units, as many at each start as did: all of them when they
/// are few, otherwise a seeded sample. With one start these are the <see cref="Assignments"/>.
/// </summary>
/// <remarks>
/// There are n! / (n₁! … n_G! n₀!) of them. The observed one is counted among a sample, which keeps the test valid at every level
/// (Phipson and Smyth 2010, "Permutation P-values Should Never Be Zero").
/// </remarks>
public sealed class StartAssignments
{
    private readonly int[] positions;

    private readonly int[] startAt;

    private StartAssignments(int units, int[] startAt, int[] positions, int observedIndex, BigInteger possible)
    {
        (UnitCount, this.startAt, this.positions, ObservedIndex, Possible) = (units, startAt, positions, observedIndex, possible);
        MinimumP = (double)Enumerable.Range(0, Count).Count(assignment => this[assignment].SequenceEqual(this[ObservedIndex])) / Count;
    }

    /// <summary>n, the number of units.</summary>
    public int UnitCount { get; }

    /// <summary>The number of units that are ever treated.</summary>
    public int TreatedCount => startAt.Length;

    /// <summary>The number of units that are never treated.</summary>
    public int ControlCount => UnitCount - TreatedCount;

    /// <summary>The number of assignments listed here.</summary>
    public int Count => positions.Length / TreatedCount;

    /// <summary>The number of assignments there are.</summary>
    public BigInteger Possible { get; }

    /// <summary>Whether all assignments are listed, each once.</summary>
    public bool IsExhaustive => Count == Possible;

    /// <summary>Where the observed assignment stands.</summary>
    public int ObservedIndex { get; }

    /// <summary>The smallest two-sided p-value that any data could give: the observed assignment always ties with itself.</summary>
    public double MinimumP { get; }

    /// <summary>The start of each place of an assignment, ascending.</summary>
    public ReadOnlySpan<int> Starts => startAt;

    /// <summary>The positions of the units treated under one assignment, those of the first start first; within a start ascending.</summary>
    public ReadOnlySpan<int> this[int assignment] => positions.AsSpan(assignment * TreatedCount, TreatedCount);

    /// <summary>The assignments among which the observed one is judged.</summary>
    /// <param name="starts">For each unit the number of its start, from 0; null where it is never treated.</param>
    /// <param name="sampleSize">How many assignments to use, the observed one among them, when there are too many to list.</param>
    /// <param name="seed">The seed of the sample; without effect when all are listed.</param>
    /// <param name="enumerationLimit">The most that are listed; beyond, a sample is drawn.</param>
    /// <exception cref="ArgumentException">No treated unit or no control.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample of fewer than two.</exception>
    public static StartAssignments Of(IReadOnlyList<int?> starts, int sampleSize, ulong seed, int enumerationLimit = Assignments.EnumerationLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleSize, 2);
        int[] observed = [.. Enumerable.Range(0, starts.Count).Where(unit => starts[unit] is not null).OrderBy(unit => starts[unit]).ThenBy(unit => unit)];
        if (observed.Length == 0 || observed.Length == starts.Count)
        {
            throw new ArgumentException($"Assignments need treated and control units: {observed.Length} of {starts.Count} units are treated.");
        }

        int[] startAt = [.. observed.Select(unit => starts[unit]!.Value)];
        int[] sizes = [.. startAt.GroupBy(start => start).Select(start => start.Count())];
        var (possible, left) = (BigInteger.One, starts.Count);
        foreach (var size in sizes)
        {
            possible *= Assignments.Choose(left, size);
            left -= size;
        }

        var all = AssignmentLists.FitsEnumeration(possible, observed.Length, enumerationLimit);
        var list = all ? All(starts.Count, sizes, (int)possible) : Sample(starts.Count, sizes, observed, sampleSize, seed);
        return new(starts.Count, startAt, list, all ? IndexOf(list, observed) : 0, possible);
    }

    private static int[] All(int units, int[] sizes, int count)
    {
        var treated = sizes.Sum();
        var list = new int[count * treated];
        var next = 0;
        Fill([.. Enumerable.Range(0, units)], 0, []);
        return list;

        // Each choice of the units of one start, then all that remain for the next.
        void Fill(int[] free, int start, int[] taken)
        {
            if (start == sizes.Length)
            {
                taken.CopyTo(list, next);
                next += treated;
                return;
            }

            int[] chosen = [.. Enumerable.Range(0, sizes[start])];
            do
            {
                Fill([.. free.Where((_, position) => Array.BinarySearch(chosen, position) < 0)], start + 1, [.. taken, .. chosen.Select(position => free[position])]);
            }
            while (AssignmentLists.Advance(chosen, free.Length));
        }
    }

    /// <summary>The observed assignment first, then draws, each from the stream of its own number.</summary>
    private static int[] Sample(int units, int[] sizes, int[] observed, int sampleSize, ulong seed)
    {
        var list = new int[checked(sampleSize * observed.Length)];
        observed.CopyTo(list, 0);
        var chosen = new bool[units];
        for (var draw = 1; draw < sampleSize; draw++)
        {
            var random = new RandomSequence(seed, (ulong)draw);
            var places = list.AsSpan(draw * observed.Length, observed.Length);
            AssignmentLists.Choose(chosen, places, random);
            for (var last = places.Length - 1; last > 0; last--)
            {
                var other = random.NextBelow(last + 1);
                (places[last], places[other]) = (places[other], places[last]);
            }

            foreach (var size in sizes)
            {
                places[..size].Sort();
                places = places[size..];
            }
        }

        return list;
    }

    private static int IndexOf(int[] list, int[] observed)
    {
        var index = 0;
        while (!list.AsSpan(index * observed.Length, observed.Length).SequenceEqual(observed))
        {
            index++;
        }

        return index;
    }
}
