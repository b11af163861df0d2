namespace Utvardering.Statistics.SyntheticControl.Simplex;

/// <summary>An affinely independent set of points, with a factorisation that gives the nearest point of their affine hull.</summary>
internal interface ICorral
{
    /// <summary>The points, in the order in which they came in.</summary>
    ReadOnlySpan<int> Points { get; }

    /// <summary>Takes a point in, unless it lies in the affine hull to rounding.</summary>
    bool TryAdd(int point);

    /// <summary>Drops the point at a position.</summary>
    void RemoveAt(int position);

    /// <summary>Writes the weights (with sum 1, of any sign) of the hull's point nearest the origin.</summary>
    void Minimise(Span<double> weights);
}
