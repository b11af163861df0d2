namespace Utvardering.Statistics.Distributions;

/// <summary>The standard normal variable known to lie between two bounds.</summary>
internal static class TruncatedNormal
{
    private const double FarOut = 25;
    private const int Halvings = 200;

    /// <summary>x with P(Z ≤ x | low ≤ Z ≤ high) = p; accurate however far out the bounds lie.</summary>
    public static double Quantile(double p, double low, double high)
    {
        if (high < 0 || (low < 0 && -low > high))
        {
            return -Quantile(1 - p, -high, -low);
        }

        // Now the interval reaches at least as far to the right: work in upper tails, scaled where the lower bound is far out.
        var scale = Math.Max(0, low);
        var (atLow, atHigh) = (ScaledTail(low, scale), ScaledTail(high, scale));
        var target = atLow - (p * (atLow - atHigh));
        var (left, right) = (Math.Max(low, -40), Math.Min(high, Math.Max(low, 0) + 40));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = left + ((right - left) / 2);
            if (middle <= left || middle >= right)
            {
                break;
            }

            (left, right) = ScaledTail(middle, scale) > target ? (middle, right) : (left, middle);
        }

        return left + ((right - left) / 2);
    }

    // P(Z ≥ x) e^(s²/2)
    private static double ScaledTail(double x, double scale)
    {
        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        if (x < FarOut)
        {
            return Tail.Normal(x) * Math.Exp(scale * scale / 2);
        }

        // Mills' ratio as a continued fraction, P(Z ≥ x) = φ(x) / (x + 1 / (x + 2 / (x + …)))
        var fraction = x;
        for (var k = 40; k >= 1; k--)
        {
            fraction = x + (k / fraction);
        }

        return Math.Exp((scale - x) * (scale + x) / 2) / (Math.Sqrt(2 * Math.PI) * fraction);
    }
}
