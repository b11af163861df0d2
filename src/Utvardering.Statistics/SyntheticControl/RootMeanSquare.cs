namespace Utvardering.Statistics.SyntheticControl;

internal static class RootMeanSquare
{
    /// <summary>√(Σx²/n), of one-sided parts where asked: positive gaps only, or negative ones.</summary>
    public static double Of(ReadOnlySpan<double> values, Side side = Side.Both)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += side switch { Side.Increase when value < 0 => 0, Side.Decrease when value > 0 => 0, _ => value * value };
        }

        return Math.Sqrt(sum / values.Length);
    }
}
