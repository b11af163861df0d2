namespace Utvardering.Statistics.Sensitivity;

/// <summary>How bad an assumption's failure must be before a conclusion falls.</summary>
public static class BreakdownValue
{
    private const int Halvings = 40;
    private const int Doublings = 60;

    /// <summary>The largest violation under which the conclusion still holds, found by doubling and halving.</summary>
    /// <remarks>Masten and Poirier (2020), "Inference on Breakdown Frontiers", for the idea. The conclusion must fall once and for all as the violation grows.</remarks>
    /// <param name="holds">Whether the conclusion holds under a violation of this size; intervals exclude zero, say.</param>
    /// <param name="start">A size to begin with, positive; the answer does not depend on it.</param>
    /// <returns>0 where the conclusion does not hold even without violation, +∞ where nothing topples it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A start that is not positive.</exception>
    public static double Of(Func<double, bool> holds, double start = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(start);
        if (!holds(0))
        {
            return 0;
        }

        var (low, high) = (0.0, start);
        for (var i = 0; holds(high); i++)
        {
            (low, high) = (high, high * 2);
            if (i == Doublings)
            {
                return double.PositiveInfinity;
            }
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
