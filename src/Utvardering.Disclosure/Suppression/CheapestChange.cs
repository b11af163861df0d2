using Utvardering.Statistics.Optimisation;

namespace Utvardering.Disclosure.Suppression;

/// <summary>The cheapest way to let one count be another while the table still adds up.</summary>
/// <remarks>
/// Minimise Σ cost |change| over changes that keep the equations and let no count fall by more than its room: the linear program that Kelly, Golden
/// and Assad (1992), "Cell suppression: disclosure protection for sensitive tabular data", Networks 22, solve for each sensitive cell.
/// </remarks>
internal static class CheapestChange
{
    private const double Negligible = 1e-7;

    /// <summary>The change of each cell that may change, or null where they make no room.</summary>
    /// <param name="equations">The equations to keep. Cells that are not named below do not change.</param>
    /// <param name="cells">The cells that may change.</param>
    /// <param name="costs">What a change by 1 costs, for each of them.</param>
    /// <param name="rooms">How far each of them may fall.</param>
    /// <param name="moved">The cell whose count is to be another, which is none of them.</param>
    /// <param name="amount">By how much; not zero.</param>
    public static double[]? Of(IEnumerable<AdditivityEquation> equations, IReadOnlyList<int> cells, IReadOnlyList<double> costs, IReadOnlyList<double> rooms, int moved, long amount)
    {
        // Everything is in units of the amount, so that the programs are in numbers about 1.
        double unit = Math.Abs(amount);
        var (rows, right) = Program(equations, cells, moved, Math.Sign(amount));
        if (rows.Count == 0)
        {
            return new double[cells.Count];
        }

        // Few counts are in danger of falling too low: their bounds are added when they do.
        var bounded = new List<int>();
        while (true)
        {
            var objective = new double[(2 * cells.Count) + bounded.Count];
            foreach (var (i, cost) in costs.Index())
            {
                (objective[2 * i], objective[(2 * i) + 1]) = (-cost, -cost);
            }

            var solution = WithBounds(rows, right, cells.Count, [.. bounded.Select(place => (place, rooms[place] / unit))]).Maximise(objective);
            if (solution.Status == LinearProgramStatus.Infeasible)
            {
                return null;
            }

            var changes = Enumerable.Range(0, cells.Count).Select(i => solution.Point[2 * i] - solution.Point[(2 * i) + 1]).ToArray();
            var low = Enumerable.Range(0, cells.Count).Where(i => -changes[i] > (rooms[i] / unit) + Negligible && !bounded.Contains(i)).ToList();
            if (low.Count == 0)
            {
                return [.. changes.Select(change => Math.Abs(change) > Negligible ? change * unit : 0)];
            }

            bounded.AddRange(low);
        }
    }

    // Two variables for each cell, its rise and its fall; what the moved cell does is on the right-hand side.
    private static (List<double[]> Rows, List<double> Right) Program(IEnumerable<AdditivityEquation> equations, IReadOnlyList<int> cells, int moved, int sign)
    {
        var places = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var (rows, right) = (new List<double[]>(), new List<double>());
        foreach (var equation in equations)
        {
            var row = new double[2 * cells.Count];
            var (known, isConcerned) = (0.0, false);
            foreach (var (cell, coefficient) in equation.Terms)
            {
                if (places.TryGetValue(cell, out var place))
                {
                    (row[2 * place], row[(2 * place) + 1], isConcerned) = (coefficient, -coefficient, true);
                }
                else if (cell == moved)
                {
                    (known, isConcerned) = (-coefficient * sign, true);
                }
            }

            if (isConcerned)
            {
                rows.Add(row);
                right.Add(known);
            }
        }

        return (rows, right);
    }

    // fall + slack = room
    private static LinearProgram WithBounds(List<double[]> rows, List<double> right, int cells, (int Place, double Room)[] bounds)
    {
        var limits = bounds.Select((bound, i) =>
        {
            var row = new double[(2 * cells) + bounds.Length];
            (row[(2 * bound.Place) + 1], row[(2 * cells) + i]) = (1, 1);
            return row;
        });
        return new([.. rows.Select(row => (double[])[.. row, .. new double[bounds.Length]]), .. limits], [.. right, .. bounds.Select(bound => bound.Room)]);
    }
}
