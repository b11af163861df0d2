using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Utvardering.Statistics.Regression;

/// <summary>
/// Sums over long columns. The width of the vectors is fixed and no fused multiplication is used, so that every machine adds in the same
/// order and gets the same last digit.
/// </summary>
internal static class VectorMath
{
    private const int Width = 4;

    /// <summary>Σ aᵢ bᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b[..a.Length]);
        var (even, odd) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + 1 < left.Length; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        if (i < left.Length)
        {
            even += left[i] * right[i];
        }

        var sum = Vector256.Sum(even + odd);
        for (i = left.Length * Width; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Σ aᵢ rᵢ, Σ bᵢ rᵢ, Σ cᵢ rᵢ and Σ dᵢ rᵢ: together they take little more time than one.</summary>
    public static Vector256<double> Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, ReadOnlySpan<double> right)
    {
        var r = MemoryMarshal.Cast<double, Vector256<double>>(right);
        var first = MemoryMarshal.Cast<double, Vector256<double>>(a[..right.Length]);
        var second = MemoryMarshal.Cast<double, Vector256<double>>(b[..right.Length]);
        var third = MemoryMarshal.Cast<double, Vector256<double>>(c[..right.Length]);
        var fourth = MemoryMarshal.Cast<double, Vector256<double>>(d[..right.Length]);
        var (one, two, three, four) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        for (var i = 0; i < r.Length; i++)
        {
            one += first[i] * r[i];
            two += second[i] * r[i];
            three += third[i] * r[i];
            four += fourth[i] * r[i];
        }

        var sums = Vector256.Create(Vector256.Sum(one), Vector256.Sum(two), Vector256.Sum(three), Vector256.Sum(four));
        for (var i = r.Length * Width; i < right.Length; i++)
        {
            sums += Vector256.Create(a[i], b[i], c[i], d[i]) * right[i];
        }

        return sums;
    }

    /// <summary>target ← target + factor · column.</summary>
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> column)
    {
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var from = MemoryMarshal.Cast<double, Vector256<double>>(column[..target.Length]);
        var scale = Vector256.Create(factor);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += scale * from[i];
        }

        for (var i = to.Length * Width; i < target.Length; i++)
        {
            target[i] += factor * column[i];
        }
    }

    /// <summary>target ← a · b, element by element.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b[..a.Length]);
        var to = MemoryMarshal.Cast<double, Vector256<double>>(target[..a.Length]);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = left[i] * right[i];
        }

        for (var i = to.Length * Width; i < a.Length; i++)
        {
            target[i] = a[i] * b[i];
        }
    }
}
