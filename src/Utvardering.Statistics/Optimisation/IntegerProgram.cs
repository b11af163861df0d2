using System.Collections.Immutable;
using System.Numerics;

namespace Utvardering.Statistics.Optimisation;

/// <summary>Maximise c′x over {x ≥ 0 whole : Ax = b} with whole A, b and c, from a known point; for small dense programs asked many times with other objectives.</summary>
/// <remarks>
/// Land and Doig's (1960) branch and bound over <see cref="LinearProgram"/>, depth first. Points are rounded and count only if they then meet the
/// equations exactly, so that no answer rests on a tolerance. A known point makes an unbounded relaxation mean an unbounded program (Meyer 1974).
/// Not safe for use by several threads at once.
/// </remarks>
public sealed class IntegerProgram
{
    private const double Tolerance = 1e-6;

    // Linear programs × the size of their tables.
    private const int Work = 2_000_000;
    private readonly IReadOnlyList<double[]> equations;
    private readonly IReadOnlyList<double> rightHandSide;
    private readonly LinearProgram relaxation;

    // A power of two, so that programs are solved in numbers about 1 and nothing is rounded by it.
    private readonly double scale;

    /// <summary>Makes a program.</summary>
    /// <param name="equations">A by rows, each with one whole number for every variable. Redundant rows are allowed.</param>
    /// <param name="rightHandSide">b, whole numbers.</param>
    /// <exception cref="ArgumentException">No rows, rows of unequal length, another number of right-hand sides, or numbers that are not whole.</exception>
    public IntegerProgram(IReadOnlyList<double[]> equations, IReadOnlyList<double> rightHandSide)
    {
        if (equations.Any(row => !row.All(double.IsInteger)) || !rightHandSide.All(double.IsInteger))
        {
            throw new ArgumentException("An integer program needs whole coefficients and right-hand sides.");
        }

        (this.equations, this.rightHandSide) = (equations, rightHandSide);
        var largest = rightHandSide.Select(Math.Abs).DefaultIfEmpty(0).Max();
        scale = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, largest));
        relaxation = new(equations, [.. rightHandSide.Select(value => value / scale)]);
    }

    /// <summary>Whether a whole point meets the equations, exactly, and is not negative.</summary>
    public bool Contains(ReadOnlySpan<long> point)
    {
        if (point.Length != equations[0].Length)
        {
            return false;
        }

        foreach (var number in point)
        {
            if (number < 0)
            {
                return false;
            }
        }

        for (var row = 0; row < equations.Count; row++)
        {
            if (Value(equations[row], point) != rightHandSide[row])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the greatest value of c′x.</summary>
    /// <param name="objective">c, whole numbers.</param>
    /// <param name="known">A whole point that meets the equations.</param>
    /// <param name="enough">A value that is as good as the greatest: the search stops when it is reached.</param>
    /// <param name="mostPrograms">After so many linear programs the best point found is given, unproven. By default fewer where they are large.</param>
    /// <exception cref="ArgumentException">Not one whole number for each variable, or the known point does not meet the equations.</exception>
    public IntegerProgramSolution Maximise(ReadOnlySpan<double> objective, ReadOnlySpan<long> known, long enough = long.MaxValue, int? mostPrograms = null)
    {
        double[] costs = [.. objective];
        ImmutableArray<long> best = [.. known];
        if (!costs.All(double.IsInteger) || !Contains(known))
        {
            throw new ArgumentException("An integer program needs a whole objective and a known point that meets its equations.");
        }

        var relaxed = Unscaled(relaxation.Maximise(costs));
        if (relaxed.Status == LinearProgramStatus.Unbounded)
        {
            return new(null, [], IsProven: true, relaxed);
        }

        var value = Value(costs, best.AsSpan());
        var most = mostPrograms ?? Math.Clamp(Work / (equations.Count * costs.Length), 10, 500);
        var open = new Stack<ImmutableList<Branch>>([[]]);
        for (var programs = 0; open.TryPop(out var branches); programs++)
        {
            if (programs >= most || value >= enough)
            {
                return new(value, best, IsProven: false, relaxed);
            }

            var solution = branches.IsEmpty ? relaxed : Unscaled(Restricted(branches).Maximise([.. costs, .. new double[branches.Count]]));
            if (solution.Status == LinearProgramStatus.Infeasible || !CanBeat(value, solution))
            {
                continue;
            }

            ImmutableArray<long> rounded = [.. solution.Point.Take(costs.Length).Select(number => (long)Math.Round(number))];
            if (Contains(rounded.AsSpan()) && Value(costs, rounded.AsSpan()) > value)
            {
                (value, best) = (Value(costs, rounded.AsSpan()), rounded);
            }

            if (CanBeat(value, solution))
            {
                // The variable farthest from a whole number; the side it leans to is tried first.
                var variable = Enumerable.Range(0, costs.Length).MaxBy(i => Math.Abs(solution.Point[i] - Math.Round(solution.Point[i])));
                var floor = Math.Floor(solution.Point[variable]);
                var (down, up) = (branches.Add(new(variable, floor, IsUpper: true)), branches.Add(new(variable, floor + 1, IsUpper: false)));
                var leansUp = solution.Point[variable] - floor > 0.5;
                open.Push(leansUp ? down : up);
                open.Push(leansUp ? up : down);
            }
        }

        return new(value, best, IsProven: true, relaxed);
    }

    private static bool CanBeat(long value, LinearProgramSolution solution) => Math.Floor(solution.Value + Tolerance) > value;

    // x ± slack = limit for each branch
    private LinearProgram Restricted(ImmutableList<Branch> branches)
    {
        var n = equations[0].Length;
        var limits = branches.Select((branch, i) =>
        {
            var row = new double[n + branches.Count];
            (row[branch.Variable], row[n + i]) = (1, branch.IsUpper ? 1 : -1);
            return row;
        });
        return new(
            [.. equations.Select(row => (double[])[.. row, .. new double[branches.Count]]), .. limits],
            [.. rightHandSide.Concat(branches.Select(branch => branch.Limit)).Select(value => value / scale)]);
    }

    private LinearProgramSolution Unscaled(LinearProgramSolution solution) =>
        solution with { Value = solution.Value * scale, Point = [.. solution.Point.Select(number => number * scale)] };

    private static long Value(double[] coefficients, ReadOnlySpan<long> point)
    {
        var sum = 0L;
        for (var i = 0; i < point.Length; i++)
        {
            sum = checked(sum + ((long)coefficients[i] * point[i]));
        }

        return sum;
    }

    private readonly record struct Branch(int Variable, double Limit, bool IsUpper);
}
