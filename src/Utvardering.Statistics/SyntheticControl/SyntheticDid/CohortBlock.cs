using Utvardering.Statistics.Regression;

namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Units that start together, and the controls they are held against.</summary>
/// <param name="Controls">For each control its outcome in each period.</param>
/// <param name="Treated">For each treated unit its outcome in each period.</param>
/// <param name="Pre">T₀, the number of periods before treatment.</param>
internal sealed record CohortBlock(double[][] Controls, double[][] Treated, int Pre)
{
    public int Periods => Treated[0].Length;

    /// <summary>T₁, the number of periods from the start of treatment.</summary>
    public int Post => Periods - Pre;

    /// <summary>The mean over the treated units in each period.</summary>
    public double[] TreatedMean()
    {
        var mean = new double[Periods];
        foreach (var unit in Treated)
        {
            VectorMath.AddScaled(mean, 1.0 / Treated.Length, unit);
        }

        return mean;
    }

    /// <summary>σ̂: the standard deviation (n − 1) of all the controls' first differences before treatment.</summary>
    public double NoiseLevel()
    {
        var differences = new double[Controls.Length * (Pre - 1)];
        for (var unit = 0; unit < Controls.Length; unit++)
        {
            for (var t = 1; t < Pre; t++)
            {
                differences[(unit * (Pre - 1)) + t - 1] = Controls[unit][t] - Controls[unit][t - 1];
            }
        }

        SeriesMean.Centre(differences);
        return Math.Sqrt(VectorMath.Dot(differences, differences) / (differences.Length - 1));
    }

    /// <summary>The treated mean less the weighted controls, in each period.</summary>
    public double[] Gaps(double[] omega)
    {
        var gaps = TreatedMean();
        for (var unit = 0; unit < omega.Length; unit++)
        {
            if (omega[unit] != 0)
            {
                VectorMath.AddScaled(gaps, -omega[unit], Controls[unit]);
            }
        }

        return gaps;
    }

    /// <summary>τ̂ = (1/T₁) Σ over t &gt; T₀ of gapₜ − Σ λₜ gapₜ with gapₜ = Ȳ₁ₜ − Σ ωᵢYᵢₜ.</summary>
    public double Effect(BlockWeights weights)
    {
        var gaps = Gaps(weights.Omega);
        return SeriesMean.Of(gaps.AsSpan(Pre)) - VectorMath.Dot(weights.Lambda, gaps);
    }

    /// <summary>Σ λₜ gapₜ over the periods before treatment: what the gap would have been afterwards.</summary>
    public double Baseline(BlockWeights weights) => VectorMath.Dot(weights.Lambda, Gaps(weights.Omega));
}
