using Utvardering.Statistics.Optimisation;

namespace Utvardering.Disclosure.Suppression;

/// <summary>The cheapest way to let a count be another while the table still adds up: the cells that must change with it.</summary>
/// <remarks>
/// The linear programs that Kelly, Golden and Assad (1992), "Cell suppression: disclosure protection for sensitive tabular data", Networks 22, solve for
/// one sensitive cell after the other: minimise Σ cost |change| over changes that keep the equations and leave no count below the least; what is
/// suppressed already costs nothing.
/// </remarks>
internal sealed class ProtectionFlow(FrequencyTable table, CandidateOrder order, long least)
{
    private const double Negligible = 1e-7;

    /// <summary>The cells that change, or null where no change of other cells makes room.</summary>
    /// <remarks>Looked for near the cell first, as many equations away as there are dimensions: that is as far as the cell's own rows and columns cross.</remarks>
    /// <param name="hidden">Whether each cell is suppressed.</param>
    /// <param name="cell">The cell that is to have room.</param>
    /// <param name="amount">By how much its count is to change; not zero.</param>
    public IReadOnlyList<int>? Changes(bool[] hidden, int cell, long amount)
    {
        var near = new bool[hidden.Length];
        near[cell] = true;
        for (var (steps, isWider) = (table.Shape.Dimensions.Length, true); isWider; steps = 1)
        {
            for (var step = 0; step < steps; step++)
            {
                isWider = Widen(near);
            }

            int[] cells = [.. Enumerable.Range(0, hidden.Length).Where(other => other != cell && near[other] && (hidden[other] || order.MayHide(other)))];
            if (Changes(hidden, cells, cell, amount) is { } changes)
            {
                return changes;
            }
        }

        return null;
    }

    private bool Widen(bool[] near)
    {
        var before = near.Count(isNear => isNear);
        foreach (var equation in table.Shape.Equations.Where(equation => equation.Terms.Any(term => near[term.Cell])).ToList())
        {
            foreach (var (cell, _) in equation.Terms)
            {
                near[cell] = true;
            }
        }

        return near.Count(isNear => isNear) > before;
    }

    private List<int>? Changes(bool[] hidden, int[] cells, int cell, long amount)
    {
        var (rows, right) = Equations(cells, cell, Math.Sign(amount));
        if (rows.Count == 0)
        {
            return [];
        }

        var costs = cells.Select(other => hidden[other] ? 0 : order.Costs[other]).ToArray();

        // Few counts are in danger of falling too low: their bounds are added when they do. Changes are in units of the amount.
        var bounded = new List<int>();
        while (true)
        {
            var program = WithBounds(rows, right, cells, bounded, Math.Abs(amount));
            var objective = new double[(2 * cells.Length) + bounded.Count];
            foreach (var (i, cost) in costs.Index())
            {
                (objective[2 * i], objective[(2 * i) + 1]) = (-cost, -cost);
            }

            var solution = program.Maximise(objective);
            if (solution.Status == LinearProgramStatus.Infeasible)
            {
                return null;
            }

            double Change(int i) => solution.Point[2 * i] - solution.Point[(2 * i) + 1];
            var low = Enumerable.Range(0, cells.Length)
                .Where(i => -Change(i) > Room(cells[i], Math.Abs(amount)) + Negligible && !bounded.Contains(i))
                .ToList();
            if (low.Count == 0)
            {
                return [.. Enumerable.Range(0, cells.Length).Where(i => Math.Abs(Change(i)) > Negligible).Select(i => cells[i])];
            }

            bounded.AddRange(low);
        }
    }

    // Two variables for each cell: its rise and its fall.
    private (List<double[]> Rows, List<double> Right) Equations(int[] cells, int moved, int sign)
    {
        var places = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var (rows, right) = (new List<double[]>(), new List<double>());
        foreach (var equation in table.Shape.Equations)
        {
            var row = new double[2 * cells.Length];
            var known = 0.0;
            foreach (var (cell, coefficient) in equation.Terms)
            {
                if (places.TryGetValue(cell, out var place))
                {
                    (row[2 * place], row[(2 * place) + 1]) = (coefficient, -coefficient);
                }
                else if (cell == moved)
                {
                    known = -coefficient * sign;
                }
            }

            if (known != 0 || row.Any(coefficient => coefficient != 0))
            {
                rows.Add(row);
                right.Add(known);
            }
        }

        return (rows, right);
    }

    // fall + slack = room
    private LinearProgram WithBounds(List<double[]> rows, List<double> right, int[] cells, List<int> bounded, long amount)
    {
        var bounds = bounded.Select((place, i) =>
        {
            var row = new double[(2 * cells.Length) + bounded.Count];
            (row[(2 * place) + 1], row[(2 * cells.Length) + i]) = (1, 1);
            return row;
        });
        return new(
            [.. rows.Select(row => (double[])[.. row, .. new double[bounded.Count]]), .. bounds],
            [.. right, .. bounded.Select(place => Room(cells[place], amount))]);
    }

    private double Room(int cell, long amount) => (double)(table.Counts[cell] - least) / amount;
}
