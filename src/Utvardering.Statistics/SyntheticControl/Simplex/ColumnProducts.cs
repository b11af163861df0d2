using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// Many short columns pⱼ with Σ pⱼpⱼ'. Problems that use most of the columns share the sum and take out the few that they lack.
/// </summary>
internal sealed class ColumnProducts
{
    private const int Lanes = 4;

    private readonly double[] columns;
    private readonly double[] sum;

    /// <param name="rows">The entries of a column.</param>
    /// <param name="count">The number of columns.</param>
    /// <param name="fill">Writes the column of a number.</param>
    public ColumnProducts(int rows, int count, ColumnFill fill)
    {
        (Rows, Count) = (rows, count);

        // Zeros make up the vectors' width.
        Stride = (rows + Lanes - 1) / Lanes * Lanes;
        columns = new double[count * Stride];
        sum = new double[rows * Stride];
        for (var column = 0; column < count; column++)
        {
            fill(column, columns.AsSpan(column * Stride, rows));
            AddProduct(sum, column, 1);
        }
    }

    public delegate void ColumnFill(int column, Span<double> values);

    public int Rows { get; }

    public int Count { get; }

    /// <summary>The distance of columns, and of the rows of products: the rows and the zeros after them.</summary>
    public int Stride { get; }

    public ReadOnlySpan<double> Column(int column) => columns.AsSpan(column * Stride, Stride);

    /// <summary>Σ pⱼpⱼ' over all columns, its lower triangle, to be changed at will.</summary>
    public double[] Sum() => [.. sum];

    /// <summary>Σ nⱼpⱼpⱼ'.</summary>
    /// <param name="times">n, one for each column.</param>
    public double[] Sum(ReadOnlySpan<int> times)
    {
        var sum = Sum();
        for (var column = 0; column < Count; column++)
        {
            if (times[column] != 1)
            {
                AddProduct(sum, column, times[column] - 1);
            }
        }

        return sum;
    }

    /// <summary>target += factor · pⱼpⱼ', lower triangle.</summary>
    public void AddProduct(double[] target, int column, double factor)
    {
        var values = Column(column);
        for (var row = 0; row < Rows; row++)
        {
            // A whole vector may reach beyond the diagonal: nobody reads there.
            var width = (row + Lanes) / Lanes * Lanes;
            VectorMath.AddScaled(target.AsSpan(row * Stride, width), factor * values[row], values);
        }
    }
}
