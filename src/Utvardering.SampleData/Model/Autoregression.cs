using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Model;

/// <summary>
/// A path of factors of mean one whose logarithm is a stationary first-order autoregression:
/// x₁ = e₁, xₜ = ρ·xₜ₋₁ + √(1 − ρ²)·eₜ, factor = exp(σ·xₜ − σ²/2).
/// </summary>
/// <remarks>A longer path begins with the shorter one, so what is known of the past does not depend on how far the world has come.</remarks>
internal static class Autoregression
{
    public static double[] Path(AutoregressionSettings settings, Chance chance, int unit, int first, int last)
    {
        var innovation = Math.Sqrt(1 - (settings.Persistence * settings.Persistence));
        var path = new double[last - first + 1];
        var x = 0.0;
        for (var period = first; period <= last; period++)
        {
            var draw = chance.At(unit, period).Normal();
            x = period == first ? draw : (settings.Persistence * x) + (innovation * draw);
            path[period - first] = Math.Exp((settings.Spread * x) - (settings.Spread * settings.Spread / 2));
        }

        return path;
    }
}
