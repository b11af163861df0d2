namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>Finds whether other weights do as well, and if so goes to those with the smallest sum of squares.</summary>
/// <remarks>
/// All solutions have the same Σ wⱼaⱼ and only weight points whose gradient equals the level (the optimal face). They are therefore
/// the w ≥ 0 on the face with Bw = b, where B has a row for each dimension and a row of ones; <see cref="LeastNorm"/> finds the shortest.
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

        var (support, face) = (0, new List<int>());
        for (var j = 0; j < weights.Length; j++)
        {
            support += weights[j] > 0 ? 1 : 0;
            if (weights[j] > 0 || gradient[j] - level <= TieTolerance * problem.Scale)
            {
                face.Add(j);
            }
        }

        // The support is affinely independent.
        if (face.Count == support)
        {
            return (true, true);
        }

        var basis = OrthonormalBasis.OfRows(Constraints(problem, face), face.Count);
        if (basis.Count == face.Count)
        {
            return (true, true);
        }

        var onFace = face.Select(j => weights[j]).ToArray();
        if (LeastNorm.Among(basis, onFace) is not { } least)
        {
            return (false, false);
        }

        for (var i = 0; i < face.Count; i++)
        {
            weights[face[i]] = least[i];
        }

        return (false, true);
    }

    // The last row, of ones, is put on the scale of the others.
    private static List<double[]> Constraints(SimplexProblem problem, List<int> face)
    {
        var constraints = Enumerable.Range(0, problem.Rows).Select(_ => new double[face.Count]).ToList();
        var point = new double[problem.Rows];
        for (var i = 0; i < face.Count; i++)
        {
            problem.Copy(face[i], point);
            for (var row = 0; row < point.Length; row++)
            {
                constraints[row][i] = point[row];
            }
        }

        var ones = new double[face.Count];
        Array.Fill(ones, problem.Scale > 0 ? Math.Sqrt(problem.Scale) : 1);
        constraints.Add(ones);
        return constraints;
    }
}
