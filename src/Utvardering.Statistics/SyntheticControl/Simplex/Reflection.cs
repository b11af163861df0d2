using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>A column of R with the Householder reflection I − uu'/h that made it.</summary>
internal sealed class Reflection
{
    private readonly double[] column;
    private readonly int index;
    private readonly double half;

    /// <summary>Makes the reflection that takes away what stands below the diagonal.</summary>
    /// <param name="column">A column that has gone through the reflections before; it is kept, with u from the diagonal on.</param>
    /// <param name="index">Where the diagonal is.</param>
    public Reflection(double[] column, int index)
    {
        (this.column, this.index) = (column, index);
        var below = column.AsSpan(index);
        var norm = Math.Sqrt(VectorMath.Dot(below, below));
        Diagonal = below[0] > 0 ? -norm : norm;
        below[0] -= Diagonal;
        half = -Diagonal * below[0];
    }

    /// <summary>The element of R on the diagonal.</summary>
    public double Diagonal { get; }

    /// <summary>The elements of R above it.</summary>
    public ReadOnlySpan<double> Above => column.AsSpan(0, index);

    /// <summary>Reflects a vector that is zero where it goes beyond the column's length.</summary>
    public void Apply(Span<double> vector)
    {
        if (half != 0)
        {
            var below = column.AsSpan(index);
            var changed = vector[index..column.Length];
            VectorMath.AddScaled(changed, -VectorMath.Dot(below, changed) / half, below);
        }
    }
}
