namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>The two loops in which the time goes. The order of summation is written out, so that every processor gives the same digits.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i <= left.Length - 4; i += 4)
        {
            a += left[i] * right[i];
            b += left[i + 1] * right[i + 1];
            c += left[i + 2] * right[i + 2];
            d += left[i + 3] * right[i + 3];
        }

        for (; i < left.Length; i++)
        {
            a += left[i] * right[i];
        }

        return a + b + (c + d);
    }

    /// <summary>target += factor · addend.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> addend)
    {
        addend = addend[..target.Length];
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += factor * addend[i];
        }
    }
}
