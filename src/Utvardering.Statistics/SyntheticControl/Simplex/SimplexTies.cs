namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>Finds whether other weights do as well, and if so goes to those with the smallest sum of squares.</summary>
/// <remarks>
/// All solutions have the same Σ wⱼaⱼ and only weight points whose gradient equals the level (the optimal face). They are therefore
/// the w ≥ 0 on the face with Bw = b, where B has a row for each dimension and a row of ones. With Q an orthonormal basis of B's rows
/// the least-norm one is w = max(0, Qν), where ν minimises the convex ½‖max(0, Qν)‖² − b'ν (the dual problem), by Newton's method.
/// </remarks>
internal static class SimplexTies
{
    private const double TieTolerance = 1e-11;

    /// <summary>The weights are changed to those of least norm when they are not unique.</summary>
    public static (bool IsUnique, bool IsMinimumNorm) Resolve(SimplexProblem problem, double[] weights, double[] gradient, double level)
    {
        // A ridge makes the objective strictly convex.
        if (problem.Ridge > 0)
        {
            return (true, true);
        }

        var face = Enumerable.Range(0, problem.Count)
            .Where(j => weights[j] > 0 || gradient[j] - level <= TieTolerance * problem.Scale)
            .ToArray();

        // The support is affinely independent.
        if (face.Length == weights.Count(weight => weight > 0))
        {
            return (true, true);
        }

        var basis = OrthonormalBasis.OfRows(Constraints(problem, face), face.Length);
        if (basis.Count == face.Length)
        {
            return (true, true);
        }

        var onFace = face.Select(j => weights[j]).ToArray();
        if (LeastNorm.Among(basis, onFace) is not { } least)
        {
            return (false, false);
        }

        for (var i = 0; i < face.Length; i++)
        {
            weights[face[i]] = least[i];
        }

        return (false, true);
    }

    // The last row, of ones, is put on the scale of the others.
    private static List<double[]> Constraints(SimplexProblem problem, int[] face)
    {
        var constraints = new List<double[]>();
        for (var row = 0; row < problem.Rows; row++)
        {
            var values = new double[face.Length];
            for (var i = 0; i < face.Length; i++)
            {
                values[i] = problem.Point(face[i])[row];
            }

            constraints.Add(values);
        }

        var ones = new double[face.Length];
        Array.Fill(ones, problem.Scale > 0 ? Math.Sqrt(problem.Scale) : 1);
        constraints.Add(ones);
        return constraints;
    }
}
