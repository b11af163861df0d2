using MathNet.Numerics.LinearAlgebra;
using Utvardering.Statistics.Optimisation;
using Utvardering.Statistics.Random;

namespace Utvardering.Statistics.Tests.Optimisation;

public class LinearProgramTests
{
    [Fact]
    public void A_textbook_program_has_its_textbook_answer()
    {
        // Max 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6). Hillier and Lieberman, "the Wyndor Glass example".
        var program = new LinearProgram([[1, 0, 1, 0, 0], [0, 2, 0, 1, 0], [3, 2, 0, 0, 1]], [4, 12, 18]);
        var solution = program.Maximise([3, 5, 0, 0, 0]);

        Assertion.Near(36, solution.Value, 1e-12);
        Assertion.Near(2, solution.Point[0], 1e-12);
        Assertion.Near(6, solution.Point[1], 1e-12);
    }

    [Fact]
    public void Beale_s_example_does_not_cycle()
    {
        // Beale (1955): Dantzig's rule cycles at the origin; the optimum is 1/20.
        var program = new LinearProgram([[0.25, -60, -1 / 25.0, 9, 1, 0, 0], [0.5, -90, -1 / 50.0, 3, 0, 1, 0], [0, 0, 1, 0, 0, 0, 1]], [0, 0, 1]);
        Assertion.Near(0.05, program.Maximise([0.75, -150, 0.02, -6, 0, 0, 0]).Value, 1e-12);
    }

    [Fact]
    public void No_point_and_no_bound_are_told_apart()
    {
        Assert.Equal(LinearProgramStatus.Infeasible, new LinearProgram([[1, 1], [1, 1]], [1, 2]).Maximise([1, 0]).Status);
        Assert.Equal(LinearProgramStatus.Infeasible, new LinearProgram([[1, 1]], [-1]).Maximise([1, 0]).Status);
        Assert.Equal(LinearProgramStatus.Unbounded, new LinearProgram([[1, -1]], [1]).Maximise([1, 0]).Status);
    }

    [Fact]
    public void Equations_given_twice_change_nothing()
    {
        var once = new LinearProgram([[1, 2, 3], [1, 0, 1]], [6, 2]);
        var twice = new LinearProgram([[1, 2, 3], [1, 0, 1], [2, 2, 4], [1, 2, 3]], [6, 2, 8, 6]);
        Assert.True(twice.IsFeasible);
        Assertion.Near(once.Maximise([1, -2, 4]).Value, twice.Maximise([1, -2, 4]).Value, 1e-12);
    }

    [Fact]
    public void Equals_the_best_of_all_vertices_and_forgets_earlier_objectives() => Property.HoldsForEverySeed(seed =>
    {
        var random = new RandomSequence(seed, 0);
        var (m, n) = (1 + random.NextBelow(3), 5 + random.NextBelow(3));

        // Whole numbers make ties and degenerate vertices; the first row bounds the set.
        double[][] rows = [.. Enumerable.Range(0, m).Select(row => Enumerable.Range(0, n).Select(_ => row == 0 ? 1.0 : random.NextBelow(5) - 2).ToArray())];
        double[] right = [.. Enumerable.Range(0, m).Select(row => row == 0 ? 3.0 : random.NextBelow(2))];
        var program = new LinearProgram(rows, right);
        return Enumerable.Range(0, 4).All(_ =>
        {
            double[] objective = [.. Enumerable.Range(0, n).Select(_ => (double)(random.NextBelow(9) - 4))];
            var solution = program.Maximise(objective);
            return Assertion.IsNear(BestVertex(rows, right, objective), solution.Value, 1e-9) && IsProof(rows, right, objective, solution);
        });
    });

    [Fact]
    public void Numbers_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearProgram([], []));
        Assert.Throws<ArgumentException>(() => new LinearProgram([[1, 2], [1]], [1, 1]));
        Assert.Throws<ArgumentException>(() => new LinearProgram([[1, 2]], [1]).Maximise([1]));
    }

    // A′y ≥ c and b′y = the value: no point can have more.
    private static bool IsProof(double[][] rows, double[] right, double[] objective, LinearProgramSolution solution) =>
        solution.Status != LinearProgramStatus.Optimal
        || (Assertion.IsNear(solution.Value, right.Zip(solution.Multipliers, (b, y) => b * y).Sum(), 1e-9)
            && objective.Select((cost, j) => rows.Select((row, i) => row[j] * solution.Multipliers[i]).Sum() - cost).All(excess => excess > -1e-9));

    // Every choice of columns of every size solved by least squares: slow, and without a tableau.
    private static double BestVertex(double[][] rows, double[] right, double[] objective)
    {
        var (m, n, best) = (rows.Length, objective.Length, double.NaN);
        for (var choice = 1; choice < 1 << n; choice++)
        {
            var columns = Enumerable.Range(0, n).Where(j => (choice >> j & 1) == 1).ToArray();
            if (columns.Length <= m)
            {
                var matrix = Matrix<double>.Build.Dense(m, columns.Length, (i, j) => rows[i][columns[j]]);
                if (matrix.Rank() == columns.Length)
                {
                    var b = Vector<double>.Build.DenseOfArray(right);
                    var x = matrix.QR().Solve(b);
                    if (((matrix * x) - b).L2Norm() < 1e-9 && x.All(value => value > -1e-9))
                    {
                        var value = columns.Select((column, i) => objective[column] * x[i]).Sum();
                        best = double.IsNaN(best) ? value : Math.Max(best, value);
                    }
                }
            }
        }

        return best;
    }
}
