using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// Many short columns pⱼ with Σ pⱼpⱼ'. Problems that use most of the columns share the sum and take out the few that they lack.
/// </summary>
/// <remarks>Sums go by four columns at a time, in an order that is the same on every machine.</remarks>
internal sealed class ColumnProducts
{
    private const int Lanes = 4;
    private const int Together = 4;

    private readonly double[] columns;
    private readonly double[] sum;
    private readonly int vectors;

    /// <param name="rows">The entries of a column.</param>
    /// <param name="count">The number of columns.</param>
    /// <param name="fill">Writes the column of a number.</param>
    public ColumnProducts(int rows, int count, ColumnFill fill)
    {
        (Rows, Count) = (rows, count);

        // Zeros make up the vectors' width.
        vectors = (rows + Lanes - 1) / Lanes;
        Stride = vectors * Lanes;
        columns = new double[count * Stride];
        sum = new double[rows * Stride];
        for (var column = 0; column < count; column++)
        {
            fill(column, columns.AsSpan(column * Stride, rows));
        }

        Span<double> once = [1, 1, 1, 1];
        Span<int> chosen = stackalloc int[Together];
        for (var column = 0; column < count; column += Together)
        {
            var width = Math.Min(Together, count - column);
            for (var i = 0; i < width; i++)
            {
                chosen[i] = column + i;
            }

            AddProducts(sum, chosen[..width], once);
        }
    }

    public delegate void ColumnFill(int column, Span<double> values);

    public int Rows { get; }

    public int Count { get; }

    /// <summary>The distance of columns, and of the rows of products: the rows and the zeros after them.</summary>
    public int Stride { get; }

    /// <summary>Σ pⱼpⱼ' over all columns, its lower triangle, to be changed at will.</summary>
    public double[] Sum() => [.. sum];

    /// <summary>Changes Σ mⱼpⱼpⱼ' into Σ nⱼpⱼpⱼ'.</summary>
    /// <param name="sum">The lower triangle.</param>
    /// <param name="from">m, overwritten with n.</param>
    /// <param name="to">n.</param>
    /// <returns>Whether they differ.</returns>
    public bool Change(double[] sum, Span<int> from, ReadOnlySpan<int> to)
    {
        Span<int> chosen = stackalloc int[Together];
        Span<double> factors = stackalloc double[Together];
        var (taken, isChanged) = (0, false);
        for (var column = 0; column < Count; column++)
        {
            if (from[column] != to[column])
            {
                isChanged = true;
                (chosen[taken], factors[taken]) = (column, to[column] - from[column]);
                from[column] = to[column];
                if (++taken == Together)
                {
                    AddProducts(sum, chosen, factors);
                    taken = 0;
                }
            }
        }

        AddProducts(sum, chosen[..taken], factors);
        return isChanged;
    }

    /// <summary>values ← pⱼ'y for every column.</summary>
    /// <param name="y">As long as the stride.</param>
    public void Multiply(ReadOnlySpan<double> y, Span<double> values)
    {
        var column = 0;
        for (; column + Together <= Count; column += Together)
        {
            VectorMath.Dot(Column(column), Column(column + 1), Column(column + 2), Column(column + 3), y).CopyTo(values[column..]);
        }

        for (; column < Count; column++)
        {
            values[column] = VectorMath.Dot(y, Column(column));
        }
    }

    /// <summary>target −= Σ wⱼpⱼ.</summary>
    /// <param name="target">As long as the stride.</param>
    public void Subtract(Span<double> target, ReadOnlySpan<double> weights)
    {
        var all = Vectors(columns);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var column = 0;
        for (; column + Together <= Count; column += Together)
        {
            var a = all.Slice(column * vectors, vectors);
            var b = all.Slice((column + 1) * vectors, vectors);
            var c = all.Slice((column + 2) * vectors, vectors);
            var d = all.Slice((column + 3) * vectors, vectors);
            var (one, two) = (Vector256.Create(weights[column]), Vector256.Create(weights[column + 1]));
            var (three, four) = (Vector256.Create(weights[column + 2]), Vector256.Create(weights[column + 3]));
            for (var i = 0; i < to.Length; i++)
            {
                to[i] -= (a[i] * one) + (b[i] * two) + ((c[i] * three) + (d[i] * four));
            }
        }

        for (; column < Count; column++)
        {
            var a = all.Slice(column * vectors, vectors);
            var one = Vector256.Create(weights[column]);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] -= a[i] * one;
            }
        }
    }

    // target += Σ fⱼpⱼpⱼ' over at most four columns.
    private void AddProducts(double[] target, ReadOnlySpan<int> chosen, ReadOnlySpan<double> factors)
    {
        if (chosen.IsEmpty)
        {
            return;
        }

        // Columns that are not there come in as the first, with factor zero.
        Span<int> four = [chosen[0], chosen[0], chosen[0], chosen[0]];
        Span<double> times = [0, 0, 0, 0];
        chosen.CopyTo(four);
        factors[..chosen.Length].CopyTo(times);
        var all = Vectors(columns);
        var a = all.Slice(four[0] * vectors, vectors);
        var b = all.Slice(four[1] * vectors, vectors);
        var c = all.Slice(four[2] * vectors, vectors);
        var d = all.Slice(four[3] * vectors, vectors);
        var sums = MemoryMarshal.Cast<double, Vector256<double>>(target.AsSpan());
        for (var row = 0; row < Rows; row++)
        {
            var one = Vector256.Create(times[0] * columns[(four[0] * Stride) + row]);
            var two = Vector256.Create(times[1] * columns[(four[1] * Stride) + row]);
            var three = Vector256.Create(times[2] * columns[(four[2] * Stride) + row]);
            var last = Vector256.Create(times[3] * columns[(four[3] * Stride) + row]);

            // A whole vector may reach beyond the diagonal: nobody reads there.
            var to = sums.Slice(row * vectors, (row / Lanes) + 1);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] += (a[i] * one) + (b[i] * two) + ((c[i] * three) + (d[i] * last));
            }
        }
    }

    private ReadOnlySpan<double> Column(int column) => columns.AsSpan(column * Stride, Stride);

    private static ReadOnlySpan<Vector256<double>> Vectors(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
