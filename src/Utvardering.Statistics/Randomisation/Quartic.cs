namespace Utvardering.Statistics.Randomisation;

/// <summary>c₀ + c₁x + c₂x² + c₃x³ + c₄x⁴.</summary>
internal readonly record struct Quartic(double C0, double C1, double C2, double C3, double C4)
{
    // Coefficients of a polynomial in units of a standard error are of order one: less than this is rounding.
    private const double Zero = 1e-13;

    /// <summary>Not negative where |n₀ + n₁x| / √(v₀ + v₁x + v₂x²) ≥ |x|: where a draw's statistic is at least as extreme as the observed, x.</summary>
    public static Quartic Extreme(double n0, double n1, double v0, double v1, double v2) =>
        // (n₀ + n₁x)² − x² (v₀ + v₁x + v₂x²)
        new(n0 * n0, 2 * n0 * n1, (n1 * n1) - v0, -v1, -v2);

    public double At(double x) => C0 + ((C1 + ((C2 + ((C3 + (C4 * x)) * x)) * x)) * x);

    /// <summary>Whether it is zero everywhere, but for rounding.</summary>
    public bool IsZero => Largest <= Zero;

    private double Largest => Math.Max(Math.Max(Math.Abs(C0), Math.Abs(C1)), Math.Max(Math.Max(Math.Abs(C2), Math.Abs(C3)), Math.Abs(C4)));

    /// <summary>The real roots at which the sign changes, ascending, into the span.</summary>
    /// <returns>How many there are.</returns>
    public int Roots(Span<double> roots)
    {
        // Beyond 1 + max |cᵢ / cₙ| there is none (Cauchy's bound). A leading coefficient that is rounding would put it at infinity.
        ReadOnlySpan<double> all = [C0, C1, C2, C3, C4];
        var degree = 4;
        while (degree > 0 && Math.Abs(all[degree]) <= Zero * Largest)
        {
            degree--;
        }

        double bound = 0;
        for (var i = 0; i < degree; i++)
        {
            bound = Math.Max(bound, Math.Abs(all[i] / all[degree]));
        }

        return Roots(all[..(degree + 1)], 1 + bound, roots);
    }

    // Between neighbouring roots of its derivative a polynomial is monotone, and has at most one root.
    private static int Roots(ReadOnlySpan<double> coefficients, double bound, Span<double> roots)
    {
        var degree = coefficients.Length - 1;
        if (degree < 1)
        {
            return 0;
        }

        if (degree == 1)
        {
            roots[0] = -coefficients[0] / coefficients[1];
            return 1;
        }

        Span<double> derivative = stackalloc double[degree];
        for (var i = 1; i <= degree; i++)
        {
            derivative[i - 1] = i * coefficients[i];
        }

        Span<double> turns = stackalloc double[degree];
        var turning = Roots(derivative, bound, turns);
        var found = 0;
        var low = -bound;
        for (var piece = 0; piece <= turning; piece++)
        {
            var high = piece < turning ? Math.Clamp(turns[piece], -bound, bound) : bound;
            if (Crosses(coefficients, low, high))
            {
                roots[found++] = Between(coefficients, low, high);
            }

            low = high;
        }

        return found;
    }

    private static bool Crosses(ReadOnlySpan<double> coefficients, double low, double high) =>
        high > low && Value(coefficients, low) < 0 != Value(coefficients, high) < 0;

    // Newton's step where it stays between, halving where it does not.
    private static double Between(ReadOnlySpan<double> coefficients, double low, double high)
    {
        var lowIsNegative = Value(coefficients, low) < 0;
        var x = low + ((high - low) / 2);
        for (var i = 0; i < 200 && low < x && x < high; i++)
        {
            var (value, slope) = (coefficients[^1], 0.0);
            for (var k = coefficients.Length - 2; k >= 0; k--)
            {
                slope = value + (slope * x);
                value = coefficients[k] + (value * x);
            }

            (low, high) = value < 0 == lowIsNegative ? (x, high) : (low, x);
            var next = x - (value / slope);
            if (next == x)
            {
                break;
            }

            x = low < next && next < high && i % 8 != 7 ? next : low + ((high - low) / 2);
        }

        return x;
    }

    private static double Value(ReadOnlySpan<double> coefficients, double x)
    {
        var value = coefficients[^1];
        for (var k = coefficients.Length - 2; k >= 0; k--)
        {
            value = coefficients[k] + (value * x);
        }

        return value;
    }
}
