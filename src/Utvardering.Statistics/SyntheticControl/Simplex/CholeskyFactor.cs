using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>The factor of a small positive definite matrix, made over and over in the same place.</summary>
/// <param name="size">Rows.</param>
/// <param name="stride">The distance of rows, of the matrix and of the factor.</param>
internal sealed class CholeskyFactor(int size, int stride)
{
    private const int Together = 4;

    private readonly double[] rows = new double[size * stride];

    /// <summary>Factorises. A row that leaves too little beside those before it is left out: its unknown becomes zero.</summary>
    /// <param name="matrix">Its lower triangle is read.</param>
    /// <param name="least">What must be left of the diagonal element.</param>
    /// <param name="leastShare">The same as a share of it.</param>
    /// <returns>Whether no row was left out.</returns>
    public bool Factorise(ReadOnlySpan<double> matrix, double least = 0, double leastShare = 0)
    {
        var isWhole = true;
        for (var first = 0; first < size; first += Together)
        {
            var after = Math.Min(first + Together, size);
            if (after - first == Together)
            {
                Before(matrix, first);
            }

            for (var i = first; i < after; i++)
            {
                var row = Row(i);
                for (var j = after - first == Together ? first : 0; j < i; j++)
                {
                    var other = Row(j);
                    row[j] = (matrix[(i * stride) + j] - VectorMath.Dot(row[..j], other)) / other[j];
                }

                var diagonal = matrix[(i * stride) + i];
                var pivot = diagonal - VectorMath.Dot(row[..i], row);
                var isKept = pivot > Math.Max(least, leastShare * diagonal);
                isWhole &= isKept;

                // What is divided by infinity is zero, here and in the rows to come.
                row[i] = isKept ? Math.Sqrt(pivot) : double.PositiveInfinity;
            }
        }

        return isWhole;
    }

    // The elements of four rows in the columns before them.
    private void Before(ReadOnlySpan<double> matrix, int first)
    {
        var a = Row(first);
        var b = Row(first + 1);
        var c = Row(first + 2);
        var d = Row(first + 3);
        var start = first * stride;
        for (var j = 0; j < first; j++)
        {
            var other = Row(j);
            var sums = VectorMath.Dot(a, b, c, d, other[..j]);
            a[j] = (matrix[start + j] - sums[0]) / other[j];
            b[j] = (matrix[start + stride + j] - sums[1]) / other[j];
            c[j] = (matrix[start + (2 * stride) + j] - sums[2]) / other[j];
            d[j] = (matrix[start + (3 * stride) + j] - sums[3]) / other[j];
        }
    }

    /// <summary>Solves LL'x = right; right may be longer.</summary>
    public void Solve(ReadOnlySpan<double> right, Span<double> solution)
    {
        for (var i = 0; i < size; i++)
        {
            var row = Row(i);
            solution[i] = (right[i] - VectorMath.Dot(row[..i], solution)) / row[i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var row = Row(i);
            solution[i] /= row[i];
            VectorMath.AddScaled(solution[..i], -solution[i], row);
        }
    }

    /// <summary>The rows of L, each as long as the matrix.</summary>
    public double[] Rows()
    {
        var rows = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            Row(i)[..(i + 1)].CopyTo(rows.AsSpan(i * size));
        }

        return rows;
    }

    private Span<double> Row(int index) => rows.AsSpan(index * stride, stride);
}
