namespace Utvardering.Statistics.Regression;

/// <summary>The diagonal of the hat matrix.</summary>
internal static class Leverage
{
    /// <summary>hᵢ = wᵢ x̃ᵢ′ B x̃ᵢ + that of the fixed effects.</summary>
    public static double[] Of(RegressionFit fit)
    {
        var leverage = new double[fit.Observations];
        var product = new double[fit.Observations];
        for (var i = 0; i < fit.Regressors.Length; i++)
        {
            Array.Clear(product);
            for (var j = 0; j < fit.Regressors.Length; j++)
            {
                VectorMath.AddScaled(product, fit.Bread[i, j], fit.Regressors[j]);
            }

            VectorMath.Multiply(product, fit.Regressors[i], product);
            VectorMath.AddScaled(leverage, 1, product);
        }

        if (fit.Weights is not null)
        {
            VectorMath.Multiply(leverage, fit.Weights, leverage);
        }

        if (!fit.FixedEffects.IsEmpty)
        {
            VectorMath.AddScaled(leverage, 1, FixedEffectLeverage.Of(fit.FixedEffects, fit.Weights));
        }

        return leverage;
    }
}
