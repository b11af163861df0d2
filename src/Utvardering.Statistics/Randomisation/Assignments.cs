using System.Numerics;

namespace Utvardering.Statistics.Randomisation;

/// <summary>
/// The ways in which as many of the units could have been treated as were: all of them when they are few, otherwise a seeded sample.
/// </summary>
/// <remarks>
/// All C(n, k) choices are listed in lexicographic order when there are at most <see cref="EnumerationLimit"/>; the randomisation
/// distribution is then exact. Otherwise the observed assignment and independent uniform draws are used: counting the observed one among
/// them keeps the test valid at every level whatever the number of draws (Phipson and Smyth 2010, "Permutation P-values Should Never Be Zero").
/// </remarks>
public sealed class Assignments
{
    /// <summary>The most assignments that are enumerated unless another limit is given.</summary>
    public const int EnumerationLimit = 1_000_000;

    private readonly int[] treated;

    private readonly int[] overlap;

    private Assignments(int units, int treatedCount, int[] treated, int observedIndex, BigInteger possible)
    {
        UnitCount = units;
        TreatedCount = treatedCount;
        this.treated = treated;
        ObservedIndex = observedIndex;
        Possible = possible;
        overlap = CountOverlap();
        MinimumP = (double)Enumerable.Range(0, Count).Count(IsAlwaysTied) / Count;
    }

    /// <summary>n, the number of units.</summary>
    public int UnitCount { get; }

    /// <summary>k, the number of treated units.</summary>
    public int TreatedCount { get; }

    /// <summary>n − k, the number of controls.</summary>
    public int ControlCount => UnitCount - TreatedCount;

    /// <summary>The number of assignments listed here.</summary>
    public int Count => treated.Length / TreatedCount;

    /// <summary>C(n, k), the number of assignments there are.</summary>
    public BigInteger Possible { get; }

    /// <summary>Whether all assignments are listed, each once.</summary>
    public bool IsExhaustive => Count == Possible;

    /// <summary>Where the observed assignment stands.</summary>
    public int ObservedIndex { get; }

    /// <summary>
    /// The smallest two-sided p-value that any data could give. The observed assignment always ties with itself, and in groups of equal size
    /// with its complement: 1/N or 2/N when all are listed.
    /// </summary>
    public double MinimumP { get; }

    /// <summary>The positions of the units treated under one assignment, ascending.</summary>
    public ReadOnlySpan<int> this[int assignment] => treated.AsSpan(assignment * TreatedCount, TreatedCount);

    /// <summary>The assignments among which the observed one is judged.</summary>
    /// <param name="treated">For each unit, whether it was treated.</param>
    /// <param name="sampleSize">How many assignments to use, the observed one among them, when there are too many to list.</param>
    /// <param name="seed">The seed of the sample; without effect when all are listed.</param>
    /// <param name="enumerationLimit">The most that are listed; beyond, a sample is drawn.</param>
    /// <exception cref="ArgumentException">No treated unit or no control.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample of fewer than two.</exception>
    public static Assignments Of(IReadOnlyList<bool> treated, int sampleSize, ulong seed, int enumerationLimit = EnumerationLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleSize, 2);
        var observed = Enumerable.Range(0, treated.Count).Where(unit => treated[unit]).ToArray();
        if (observed.Length == 0 || observed.Length == treated.Count)
        {
            throw new ArgumentException($"Assignments need treated and control units: {observed.Length} of {treated.Count} units are treated.");
        }

        var possible = Choose(treated.Count, observed.Length);
        return AssignmentLists.FitsEnumeration(possible, observed.Length, enumerationLimit)
            ? new(treated.Count, observed.Length, AssignmentLists.All(treated.Count, observed, (int)possible, out var index), index, possible)
            : new(treated.Count, observed.Length, AssignmentLists.Sample(treated.Count, observed, sampleSize, seed), 0, possible);
    }

    /// <summary>The assignments that treat as many units of each stratum as were treated: all when there are few enough, else a sample.</summary>
    /// <param name="strata">For each unit the name of its stratum.</param>
    /// <param name="treated">For each unit, whether it was treated.</param>
    /// <param name="sampleSize">How many assignments to use, the observed one among them, when there are too many to list.</param>
    /// <param name="seed">The seed of the sample; without effect when all are listed.</param>
    /// <param name="enumerationLimit">The most that are listed; beyond, a sample is drawn.</param>
    /// <exception cref="ArgumentException">
    /// No treated unit or no control; as many strata as units are needed; no stratum with both treated and controls, so that only one assignment is possible.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A sample of fewer than two.</exception>
    public static Assignments Within(IReadOnlyList<string> strata, IReadOnlyList<bool> treated, int sampleSize, ulong seed, int enumerationLimit = EnumerationLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleSize, 2);
        if (strata.Count != treated.Count)
        {
            throw new ArgumentException($"There are {strata.Count} strata for {treated.Count} units: give one for each unit.");
        }

        var lists = StratifiedLists.Of(strata, treated);
        if (lists.Possible == 1)
        {
            throw new ArgumentException("No stratum holds both treated units and controls: no other assignment was possible. Use wider strata.");
        }

        var all = AssignmentLists.FitsEnumeration(lists.Possible, lists.TreatedCount, enumerationLimit);
        var list = all ? lists.All((int)lists.Possible) : lists.Sample(sampleSize, seed);
        return new(treated.Count, lists.TreatedCount, list, all ? lists.IndexOfObserved(list) : 0, lists.Possible);
    }

    /// <summary>C(n, k), exactly.</summary>
    public static BigInteger Choose(int n, int k)
    {
        var result = BigInteger.One;
        for (var i = 1; i <= Math.Min(k, n - k); i++)
        {
            // C(n, i) = C(n, i − 1) (n − i + 1) / i, a whole number at every step
            result = result * (n - i + 1) / i;
        }

        return result;
    }

    /// <summary>How many of the units treated under an assignment were in fact treated.</summary>
    internal int Overlap(int assignment) => overlap[assignment];

    /// <summary>Whether it is the observed assignment or its complement, whose |statistic| equals the observed one for any data and effect.</summary>
    internal bool IsAlwaysTied(int assignment) =>
        overlap[assignment] == TreatedCount || (overlap[assignment] == 0 && TreatedCount == ControlCount);

    private int[] CountOverlap()
    {
        var wasTreated = new bool[UnitCount];
        foreach (var unit in this[ObservedIndex])
        {
            wasTreated[unit] = true;
        }

        var overlap = new int[Count];
        for (var assignment = 0; assignment < overlap.Length; assignment++)
        {
            foreach (var unit in this[assignment])
            {
                overlap[assignment] += wasTreated[unit] ? 1 : 0;
            }
        }

        return overlap;
    }
}
