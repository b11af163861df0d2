using System.Collections.Immutable;
using Utvardering.Statistics.Optimisation;

namespace Utvardering.Disclosure.Suppression;

/// <summary>
/// Suppressed cells that hang together through equations: what is known of one is known through the others of its block alone.
/// The unknowns are counts − the least a suppressed count can be, so that they are not negative.
/// </summary>
internal sealed class HiddenBlock
{
    private readonly ImmutableArray<AdditivityEquation> _equations;
    private readonly Dictionary<int, int> _places;
    private readonly long _least;
    private readonly long[] _truth;

    // The least and the most of each cell in the tables met so far; long.MaxValue where nothing bounds it.
    private readonly long[] _lowest;
    private readonly long[] _highest;
    private readonly IntegerProgram? _program;

    public HiddenBlock(FrequencyTable table, ImmutableArray<int> cells, ImmutableArray<AdditivityEquation> equations, long least)
    {
        (Cells, _equations, _least) = (cells, equations, least);
        _places = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        _truth = [.. cells.Select(cell => table.Counts[cell] - least)];
        (_lowest, _highest) = ([.. _truth], [.. _truth]);
        if (equations.Length > 0)
        {
            var rows = equations.Select(Row).ToList();
            _program = new(rows, [.. rows.Select(row => row.Zip(_truth, (coefficient, count) => coefficient * count).Sum())]);
        }
    }

    /// <summary>The cells of the block, rising.</summary>
    public ImmutableArray<int> Cells { get; }

    /// <summary>All that an attacker can derive of a cell.</summary>
    /// <param name="cell">A cell of the block.</param>
    /// <param name="isLinearlyDisclosed">Whether sums and differences give it away.</param>
    public CellBounds Bounds(int cell, bool isLinearlyDisclosed)
    {
        var (down, isDownProven) = Search(cell, -1, long.MaxValue);
        var (up, isUpProven) = Search(cell, 1, long.MaxValue);
        var place = _places[cell];
        return new()
        {
            Cell = cell,
            Count = _truth[place] + _least,
            Low = _least - (down?.Value ?? 0),
            High = _least + (up?.Value ?? double.PositiveInfinity),
            WholeLow = _least + _lowest[place],
            WholeHigh = _highest[place] == long.MaxValue ? null : _least + _highest[place],
            IsProven = isDownProven && isUpProven,
            IsLinearlyDisclosed = isLinearlyDisclosed,
            LowEquations = From(down),
            HighEquations = From(up),
        };
    }

    /// <summary>Whether there are tables of whole numbers that leave the doubt that is asked for. No more is searched than that takes.</summary>
    /// <param name="cell">A cell of the block.</param>
    /// <param name="requirement">The doubt.</param>
    /// <param name="floor">The least the cell can be as far as anybody can know.</param>
    public bool Leaves(int cell, ProtectionRequirement requirement, long floor)
    {
        var place = _places[cell];
        var lowest = requirement.Lowest(_truth[place] + _least, floor) - _least;
        var highest = _truth[place] + requirement.Above;
        bool IsMet() => _lowest[place] <= lowest && _highest[place] >= highest
            && (_highest[place] == long.MaxValue || _highest[place] - _lowest[place] >= requirement.Width);
        if (!IsMet())
        {
            Search(cell, 1, Math.Max(highest, _lowest[place] + requirement.Width));
        }

        if (!IsMet())
        {
            Search(cell, -1, -Math.Min(lowest, _highest[place] == long.MaxValue ? lowest : _highest[place] - requirement.Width));
        }

        return IsMet();
    }

    // Looks for whole tables with more of sign × the cell, until there is enough; gives the bound in fractions, and whether the last was found.
    private (LinearProgramSolution? Relaxed, bool IsProven) Search(int cell, int sign, long enough)
    {
        var place = _places[cell];
        if (_program is null)
        {
            (_lowest[place], _highest[place]) = (0, long.MaxValue);
            return (null, true);
        }

        // Where all is wanted, a table near the true one is tried before a search: it is nearly always whole. Where little is wanted, the
        // search ends soon, and what it finds serves other cells too.
        var isAll = enough == long.MaxValue;
        var objective = Objective(cell, sign);
        var solution = _program.Maximise(objective, _truth, enough, isAll ? 1 : null);
        var bound = (long)Math.Floor(Math.Min(solution.Relaxed.Value, long.MaxValue / 2) + 1e-6);
        if (!solution.IsProven && solution.Value < enough)
        {
            if (bound <= (sign > 0 ? _highest[place] : -_lowest[place]))
            {
                return (solution.Relaxed, true);
            }

            var nearest = Nearest(cell, sign, Math.Min(enough, bound));
            solution = nearest is not null || isAll ? _program.Maximise(objective, nearest ?? _truth, enough) : solution;
        }

        if (solution.Value is null)
        {
            _highest[place] = long.MaxValue;
            return (solution.Relaxed, true);
        }

        for (var i = 0; i < Cells.Length; i++)
        {
            _lowest[i] = Math.Min(_lowest[i], solution.Point[i]);
            _highest[i] = Math.Max(_highest[i], solution.Point[i]);
        }

        return (solution.Relaxed, solution.IsProven);
    }

    // A table of whole numbers in which sign × the cell is the value.
    private long[]? Nearest(int cell, int sign, long value)
    {
        int[] others = [.. Cells.Where(other => other != cell)];
        var amount = (sign * value) - _truth[_places[cell]];
        double[] ones = [.. others.Select(_ => 1.0)];
        if (CheapestChange.Of(_equations, others, ones, [.. others.Select(other => (double)_truth[_places[other]])], cell, amount) is not { } changes)
        {
            return null;
        }

        var table = (long[])_truth.Clone();
        table[_places[cell]] += amount;
        foreach (var (other, change) in others.Zip(changes))
        {
            table[_places[other]] += (long)Math.Round(change);
        }

        return _program!.Contains(table) ? table : null;
    }

    private ImmutableArray<AdditivityEquation> From(LinearProgramSolution? relaxed) => relaxed is null
        ? []
        : [.. relaxed.Multipliers.Index().Where(row => Math.Abs(row.Item) > 1e-9).Select(row => _equations[row.Index])];

    private double[] Objective(int cell, int sign)
    {
        var objective = new double[Cells.Length];
        objective[_places[cell]] = sign;
        return objective;
    }

    private double[] Row(AdditivityEquation equation)
    {
        var row = new double[Cells.Length];
        foreach (var (cell, coefficient) in equation.Terms)
        {
            if (_places.TryGetValue(cell, out var place))
            {
                row[place] = coefficient;
            }
        }

        return row;
    }
}
