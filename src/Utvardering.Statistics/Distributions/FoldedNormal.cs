namespace Utvardering.Statistics.Distributions;

/// <summary>The size of a normal variable with a mean that is not zero.</summary>
internal static class FoldedNormal
{
    /// <summary>c with P(|Z + bias| ≤ c) = p, Z standard normal.</summary>
    public static double Quantile(double p, double bias)
    {
        var b = Math.Abs(bias);

        // One tail alone bounds it from below, both tails at the nearer end from above.
        var (low, high) = (Math.Max(0, b + Distributions.Quantile.Normal(p)), b + Distributions.Quantile.Normal((1 + p) / 2));
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            // Φ(c − b) − Φ(−c − b)
            (low, high) = Tail.Normal(b - middle) - Tail.Normal(b + middle) < p ? (middle, high) : (low, middle);
        }
    }
}
