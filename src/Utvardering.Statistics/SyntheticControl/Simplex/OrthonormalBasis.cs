using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>An orthonormal basis of the space that rows span, by Gram–Schmidt with the longest remaining row first.</summary>
internal static class OrthonormalBasis
{
    private const double RankTolerance = 1e-10;

    /// <summary>As many vectors as the rows have rank. The rows are overwritten.</summary>
    public static List<double[]> OfRows(List<double[]> rows, int most)
    {
        var basis = new List<double[]>();
        var first = 0.0;
        while (rows.Count > 0 && basis.Count < most)
        {
            var longest = rows.MaxBy(row => VectorMath.Dot(row, row))!;
            var norm = Math.Sqrt(VectorMath.Dot(longest, longest));
            first = Math.Max(first, norm);
            if (norm <= RankTolerance * first)
            {
                break;
            }

            rows.Remove(longest);

            // Twice is enough (Kahan and Parlett): the second pass removes what rounding left of the earlier vectors.
            foreach (var vector in basis)
            {
                VectorMath.AddScaled(longest, -VectorMath.Dot(vector, longest), vector);
            }

            norm = Math.Sqrt(VectorMath.Dot(longest, longest));
            for (var i = 0; i < longest.Length; i++)
            {
                longest[i] /= norm;
            }

            basis.Add(longest);
            foreach (var row in rows)
            {
                VectorMath.AddScaled(row, -VectorMath.Dot(longest, row), longest);
            }
        }

        return basis;
    }
}
