using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>
/// Maximises c'y − ½ Σ κᵢyᵢ² − ½ Σ nⱼ max(0, pⱼ'y)², the dual of problems of least squares with weights that are not negative: wⱼ = max(0, pⱼ'y).
/// </summary>
/// <remarks>
/// The function is concave and quadratic in pieces, a piece for each set of positive weights, so that Newton's method ends in a few steps, each of the cost
/// of one small system however many weights are positive: the Hessian is K + Σ nⱼpⱼpⱼ' over the positive ones, of which a step changes but few. A step
/// that goes too far is shortened to the maximum on its line; the last ones only refine.
/// </remarks>
internal sealed class PositivePartNewton
{
    private const int MostSteps = 100;
    private const int Halvings = 8;
    private const int MostHalvings = 60;

    // Below the first steps only refine, as long as it helps, to the second at least; at the third there is nothing left but rounding.
    private const double Near = 1e-8;
    private const double Accurate = 1e-13;
    private const double Rounding = 1e-15;

    // Values so near zero beside the slope that is left are zero.
    private const double Tied = 100;

    // Directions in which the function is flat, for no positive weight bears on them, are left alone unless it rises there.
    private const double Flat = 1e-9;
    private const double Damping = 1e-11;
    private const double Unreached = 1e-3;

    private readonly ColumnProducts columns;
    private readonly double[] right;
    private readonly double[] price;
    private readonly int[] times;
    private readonly double[] hessian;
    private readonly int[] counted;
    private readonly CholeskyFactor factor;
    private bool isFactorised;
    private bool isWhole;
    private double floor;

    /// <param name="columns">p, on such a scale that entries are about one at most.</param>
    /// <param name="right">c.</param>
    /// <param name="price">κ ≥ 0.</param>
    /// <param name="times">n: how often each column is there, zero where it is not; null: each once.</param>
    public PositivePartNewton(ColumnProducts columns, double[] right, double[] price, int[]? times = null)
    {
        (this.columns, this.right, this.price) = (columns, right, price);
        counted = new int[columns.Count];
        Array.Fill(counted, 1);
        this.times = times ?? [.. counted];
        hessian = columns.Sum();
        for (var row = 0; row < columns.Rows; row++)
        {
            hessian[(row * columns.Stride) + row] += price[row];
        }

        factor = new(columns.Rows, columns.Stride);
    }

    /// <summary>Goes to the maximum.</summary>
    /// <param name="dual">y to begin with.</param>
    /// <param name="weights">Overwritten with w.</param>
    /// <returns>The largest entry of the gradient that is left, about 1E−16; NaN when the steps did not come near the maximum.</returns>
    public double Run(ReadOnlySpan<double> dual, double[] weights)
    {
        var here = new Point(columns);
        var ahead = new Point(columns);
        var direction = new double[columns.Stride];
        dual.CopyTo(here.Dual);
        Evaluate(here);
        for (var step = 0; step < MostSteps; step++)
        {
            if (here.LargestSlope <= Rounding)
            {
                return Finish(here, weights);
            }

            Direction(here, direction);
            Move(here, 1, direction, ahead);
            if (here.LargestSlope > Near)
            {
                if (VectorMath.Dot(direction, ahead.Gradient) < -VectorMath.Dot(direction, here.Gradient) / 2)
                {
                    Move(here, Maximum(here, ahead, direction), direction, ahead);
                }

                (here, ahead) = (ahead, here);
            }
            else if (ahead.LargestSlope <= here.LargestSlope / 2)
            {
                (here, ahead) = (ahead, here);
            }
            else if (here.LargestSlope <= Accurate || floor > 0)
            {
                return Finish(here, weights);
            }
            else
            {
                // Weights that must be zero, on points that are as good as others, turn positive and back by rounding: they are taken out.
                floor = Tied * here.LargestSlope;
                Evaluate(here);
            }
        }

        return double.NaN;
    }

    private static double Finish(Point point, double[] weights)
    {
        for (var column = 0; column < weights.Length; column++)
        {
            weights[column] = point.Counts[column] > 0 ? point.Values[column] : 0;
        }

        return point.LargestSlope;
    }

    private void Move(Point from, double length, double[] direction, Point to)
    {
        from.Dual.CopyTo(to.Dual, 0);
        VectorMath.AddScaled(to.Dual, length, direction);
        Evaluate(to);
    }

    // c − κy − Σ nⱼ max(0, pⱼ'y) pⱼ
    private void Evaluate(Point point)
    {
        columns.Multiply(point.Dual, point.Values);
        for (var column = 0; column < times.Length; column++)
        {
            var isPositive = times[column] > 0 && point.Values[column] > floor;
            point.Counts[column] = isPositive ? times[column] : 0;
            point.Weights[column] = isPositive ? times[column] * point.Values[column] : 0;
        }

        for (var row = 0; row < columns.Rows; row++)
        {
            point.Gradient[row] = right[row] - (price[row] * point.Dual[row]);
        }

        columns.Subtract(point.Gradient, point.Weights);
        point.LargestSlope = Largest(point.Gradient);
    }

    private static double Largest(double[] values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }

    private void Direction(Point point, double[] direction)
    {
        if (columns.Change(hessian, counted, point.Counts) || !isFactorised)
        {
            (isWhole, isFactorised) = (factor.Factorise(hessian, Flat), true);
        }

        factor.Solve(point.Gradient, direction);
        if (!isWhole && point.LargestSlope > Near && !Reaches(point, direction))
        {
            isFactorised = false;
            var damped = hessian.ToArray();
            for (var row = 0; row < columns.Rows; row++)
            {
                damped[(row * columns.Stride) + row] += Damping;
            }

            factor.Factorise(damped);
            factor.Solve(point.Gradient, direction);
        }
    }

    // Whether the step takes away the slope in the directions that were left out, too.
    private bool Reaches(Point point, double[] direction)
    {
        for (var row = 0; row < columns.Rows; row++)
        {
            var left = point.Gradient[row];
            for (var other = 0; other < columns.Rows; other++)
            {
                left -= hessian[(Math.Max(row, other) * columns.Stride) + Math.Min(row, other)] * direction[other];
            }

            if (Math.Abs(left) > Unreached * point.LargestSlope)
            {
                return false;
            }
        }

        return true;
    }

    // About where the derivative on the way, which falls, is zero.
    private double Maximum(Point from, Point to, double[] direction)
    {
        var (linear, quadratic) = (0.0, 0.0);
        for (var row = 0; row < columns.Rows; row++)
        {
            linear += direction[row] * (right[row] - (price[row] * from.Dual[row]));
            quadratic += direction[row] * direction[row] * price[row];
        }

        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < MostHalvings && (i < Halvings || low == 0); i++)
        {
            var middle = (low + high) / 2;
            var slope = linear - (middle * quadratic);
            for (var column = 0; column < times.Length; column++)
            {
                var change = to.Values[column] - from.Values[column];
                slope -= times[column] * Math.Max(0, from.Values[column] + (middle * change)) * change;
            }

            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private sealed class Point(ColumnProducts columns)
    {
        public double[] Dual { get; } = new double[columns.Stride];

        public double[] Gradient { get; } = new double[columns.Stride];

        /// <summary>p'y.</summary>
        public double[] Values { get; } = new double[columns.Count];

        /// <summary>n where the value is positive.</summary>
        public int[] Counts { get; } = new int[columns.Count];

        /// <summary>n · max(0, p'y).</summary>
        public double[] Weights { get; } = new double[columns.Count];

        public double LargestSlope { get; set; }
    }
}
