namespace Utvardering.SampleData.Chances;

/// <summary>Random numbers of one cell, in order.</summary>
internal sealed class Draws((uint, uint) key, uint purpose, uint unit, uint period)
{
    private readonly uint[] words = new uint[4];
    private uint block;
    private int used = 4;

    /// <summary>A number strictly between 0 and 1.</summary>
    public double Uniform() => (Word() + 0.5) / 4294967296.0;

    /// <summary>A standard normal number, by Box and Muller's transformation.</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(Uniform()));
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    /// <summary>A lognormal number of mean one.</summary>
    /// <param name="spread">Standard deviation of the logarithm.</param>
    public double Factor(double spread) => Math.Exp((spread * Normal()) - (spread * spread / 2));

    /// <summary>A count of the mean given, with variance mean + dispersion × mean²: negative binomial, or Poisson when dispersion is 0.</summary>
    public int Count(double mean, double dispersion) =>
        Poisson(dispersion > 0 ? mean * dispersion * Gamma(1 / dispersion) : mean);

    /// <summary>The number of successes in so many trials; for one and the same cell it never falls when the probability grows up to a half.</summary>
    /// <remarks>By inversion of the distribution function; with 300 or more expected, a rounded normal number that no reader of the sample could tell from it.</remarks>
    public int Successes(int trials, double probability)
    {
        if (probability > 0.5)
        {
            return trials - Successes(trials, 1 - probability);
        }

        if (trials * probability > 300)
        {
            var value = (trials * probability) + (Math.Sqrt(trials * probability * (1 - probability)) * Normal());
            return (int)Math.Clamp(Math.Round(value), 0, trials);
        }

        var left = Uniform();
        var odds = probability / (1 - probability);
        var chance = Math.Pow(1 - probability, trials);
        var successes = 0;
        while (left > chance && successes < trials)
        {
            left -= chance;
            chance *= odds * (trials - successes) / (successes + 1);
            successes++;
        }

        return successes;
    }

    /// <remarks>Below 400 by inversion of the distribution function; above, a rounded normal number.</remarks>
    private int Poisson(double mean)
    {
        if (mean > 400)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var left = Uniform();
        var probability = Math.Exp(-mean);
        var count = 0;
        // The bound ends the search where rounding leaves a remainder that no further term can use up.
        while (left > probability && count < 2000)
        {
            left -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }

    /// <remarks>Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000); shapes below one are not needed.</remarks>
    private double Gamma(double shape)
    {
        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(Uniform()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    private uint Word()
    {
        if (used == 4)
        {
            (words[0], words[1], words[2], words[3]) = Philox4x32.Block((block++, purpose, unit, period), key);
            used = 0;
        }

        return words[used++];
    }
}
