using Utvardering.Statistics.Intervals;

namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>The effects that a test does not reject, between the outermost ones.</summary>
internal static class ConformalInversion
{
    private const int MostDoublings = 40;
    private const int GridPoints = 48;
    private const int Halvings = 30;

    public static ConfidenceInterval Interval(ConformalTest test, double estimate, double alpha)
    {
        // p moves in steps of one order: 0.05 of 100 must not be missed by rounding.
        bool IsAccepted(double effect) => test.PValue(effect) > alpha * (1 + 1e-12);
        return test.MinimumP > alpha
            ? new(double.NegativeInfinity, double.PositiveInfinity, 1 - alpha)
            : new(End(IsAccepted, estimate, -1), End(IsAccepted, estimate, 1), 1 - alpha);
    }

    private static double End(Func<double, bool> isAccepted, double estimate, int direction)
    {
        // Outward until three doublings in a row are rejected: with refitted weights p need not fall all the way.
        var step = Math.Max(Math.Abs(estimate), 1e-6) / 4;
        var (reach, rejected) = (step, 0);
        for (var i = 0; i < MostDoublings && rejected < 3; i++)
        {
            rejected = isAccepted(estimate + (direction * reach)) ? 0 : rejected + 1;
            reach *= 2;
        }

        if (rejected < 3)
        {
            return direction * double.PositiveInfinity;
        }

        // The first of the three is rejected; between the estimate and it the outermost accepted point of a grid.
        var outer = reach / 8;
        var accepted = Enumerable.Range(1, GridPoints - 1).Select(i => outer * (GridPoints - i) / GridPoints).FirstOrDefault(distance => isAccepted(estimate + (direction * distance)));
        var (inside, outside) = (accepted, accepted + (outer / GridPoints));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = isAccepted(estimate + (direction * middle)) ? (middle, outside) : (inside, middle);
        }

        return estimate + (direction * inside);
    }
}
