namespace Utvardering.Statistics.DifferenceInDifferences;

/// <summary>The three estimators of an effect on the treated over two periods, each with its influence function.</summary>
/// <remarks>
/// Sant'Anna and Zhao (2020), equations 2.2 (regression), 2.3 with normalised weights (inverse probability) and 3.1 (doubly robust), with their
/// asymptotic linear representations in appendix A; logit and least squares as in DRDID's drdid_panel, std_ipw_did_panel and reg_did_panel.
/// </remarks>
internal static class TwoPeriodEstimators
{
    /// <summary>Controls more alike the cohort than this get no weight, as in DRDID.</summary>
    private const double TrimAbove = 0.995;

    public static (double Value, double[] Influence) OutcomeRegression(TwoPeriodSample sample, ControlRegression regression)
    {
        // τ = E[w D (ΔY − μ̂)] / E[w D]
        double[] weight = [.. sample.Weight.Zip(sample.Treated, (w, d) => w * d)];
        double[] gap = [.. sample.Change.Zip(regression.Fitted, (change, fitted) => change - fitted)];
        var (value, influence, mean) = Ratio(weight, gap);
        var ofRegression = regression.Influence(sample.Mean(weight));
        return (value, [.. influence.Zip(ofRegression, (direct, through) => direct - (through / mean))]);
    }

    public static (double Value, double[] Influence) InverseProbability(TwoPeriodSample sample, PropensityModel propensity)
    {
        var (treated, control) = Weights(sample, propensity);

        // τ = E[w₁ ΔY] / E[w₁] − E[w₀ ΔY] / E[w₀], w₁ = w D, w₀ = w (1 − D) p̂ / (1 − p̂)
        var ofTreated = Ratio(treated, sample.Change);
        var ofControls = Ratio(control, sample.Change);
        var ofPropensity = propensity.Influence(sample.Mean([.. control.Zip(sample.Change, (w, change) => w * (change - ofControls.Value))]));
        return (
            ofTreated.Value - ofControls.Value,
            [.. Enumerable.Range(0, sample.Count).Select(i => ofTreated.Influence[i] - ofControls.Influence[i] - (ofPropensity[i] / ofControls.Mean))]);
    }

    public static (double Value, double[] Influence) DoublyRobust(TwoPeriodSample sample, PropensityModel propensity, ControlRegression regression)
    {
        var (treated, control) = Weights(sample, propensity);
        double[] gap = [.. sample.Change.Zip(regression.Fitted, (change, fitted) => change - fitted)];

        // τ = E[(w₁ / E[w₁] − w₀ / E[w₀]) (ΔY − μ̂)]
        var ofTreated = Ratio(treated, gap);
        var ofControls = Ratio(control, gap);
        var throughTreated = regression.Influence(sample.Mean(treated));
        var throughControls = regression.Influence(sample.Mean(control));
        var ofPropensity = propensity.Influence(sample.Mean([.. control.Zip(gap, (w, of) => w * (of - ofControls.Value))]));
        return (
            ofTreated.Value - ofControls.Value,
            [.. Enumerable.Range(0, sample.Count).Select(i =>
                ofTreated.Influence[i] - (throughTreated[i] / ofTreated.Mean)
                - (ofControls.Influence[i] + ((ofPropensity[i] - throughControls[i]) / ofControls.Mean)))]);
    }

    private static (double[] Treated, double[] Control) Weights(TwoPeriodSample sample, PropensityModel propensity) => (
        [.. sample.Weight.Zip(sample.Treated, (w, d) => w * d)],
        [.. Enumerable.Range(0, sample.Count).Select(i => sample.Treated[i] == 1 || propensity.Probability[i] >= TrimAbove
            ? 0
            : sample.Weight[i] * propensity.Probability[i] / (1 - propensity.Probability[i]))]);

    /// <summary>η = E[w y] / E[w] and w (y − η) / E[w].</summary>
    private static (double Value, double[] Influence, double Mean) Ratio(double[] weight, double[] y)
    {
        var mean = weight.Average();
        var value = weight.Zip(y, (w, of) => w * of).Average() / mean;
        return (value, [.. weight.Zip(y, (w, of) => w * (of - value) / mean)], mean);
    }
}
