using Utvardering.SampleData.Chances;
using Utvardering.SampleData.Model;
using Utvardering.SampleData.Settings;

namespace Utvardering.SampleData.Tests;

public class AutoregressionTests
{
    private static readonly AutoregressionSettings Settings = new() { Persistence = 0.8, Spread = 0.2 };

    [Fact]
    public void A_longer_path_begins_with_the_shorter()
    {
        var chance = new Chance(1, "path");
        Assert.Equal(Autoregression.Path(Settings, chance, 5, 100, 120), Autoregression.Path(Settings, chance, 5, 100, 200)[..21]);
    }

    [Fact]
    public void Neighbouring_periods_correlate_by_the_persistence()
    {
        // The logarithm less its mean over σ is a standard normal autoregression: the mean of products of neighbours is ρ.
        var path = Autoregression.Path(Settings, new Chance(1, "path"), 5, 0, 20_000);
        var x = path.Select(factor => (Math.Log(factor) + 0.02) / 0.2).ToArray();
        var products = x.Zip(x.Skip(1), (now, next) => now * next).Average();
        // Bartlett's formula gives a standard error near 0.02 here.
        Assert.InRange(products, 0.7, 0.9);
    }
}
