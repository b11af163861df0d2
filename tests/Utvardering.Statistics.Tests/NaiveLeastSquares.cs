namespace Utvardering.Statistics.Tests;

/// <summary>Least squares as in the textbook: normal equations solved by Gaussian elimination with pivots.</summary>
internal static class NaiveLeastSquares
{
    /// <summary>β of design (rows × columns) β = outcome.</summary>
    public static double[] Fit(double[][] design, double[] outcome)
    {
        var inverse = Inverse(Moments(design));
        double[] product = [.. Enumerable.Range(0, design[0].Length).Select(j => design.Zip(outcome, (row, y) => row[j] * y).Sum())];
        return [.. inverse.Select(row => row.Zip(product, (a, b) => a * b).Sum())];
    }

    /// <summary>X′X.</summary>
    public static double[][] Moments(double[][] design)
    {
        var width = design[0].Length;
        return [.. Enumerable.Range(0, width).Select(i => Enumerable.Range(0, width).Select(j => design.Sum(row => row[i] * row[j])).ToArray())];
    }

    /// <summary>The inverse of a square matrix.</summary>
    public static double[][] Inverse(double[][] matrix)
    {
        var size = matrix.Length;
        double[][] work = [.. matrix.Select((row, i) => (double[])[.. row, .. Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0.0)])];
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(work[row][column]));
            (work[column], work[pivot]) = (work[pivot], work[column]);
            work[column] = [.. work[column].Select(value => value / work[column][column])];
            for (var row = 0; row < size; row++)
            {
                if (row != column)
                {
                    var factor = work[row][column];
                    work[row] = [.. work[row].Zip(work[column], (value, of) => value - (factor * of))];
                }
            }
        }

        return [.. work.Select(row => row[size..])];
    }
}
