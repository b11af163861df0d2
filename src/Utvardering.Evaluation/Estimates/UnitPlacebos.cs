namespace Utvardering.Evaluation.Estimates;

/// <summary>One treated municipality against the controls, one by one: how unusual is its change among theirs?</summary>
internal static class UnitPlacebos
{
    /// <param name="treated">Each treated municipality with its change and its mean after the start.</param>
    /// <param name="controls">The controls' changes.</param>
    /// <param name="alpha">The level.</param>
    /// <remarks>
    /// The effect is the change less the controls' mean change. With n controls and the municipality itself, p = (1 + #{|placebo| ≥ |effect|}) / (n + 1), a placebo
    /// being a control's change less the mean of the others; the interval is the effect ± the placebo size of the rank that leaves α above.
    /// </remarks>
    public static IReadOnlyList<UnitEffect> Judge(IReadOnlyList<(string Unit, double Change, double After)> treated, IReadOnlyList<double> controls, double alpha)
    {
        var n = controls.Count;
        if (n < 2)
        {
            return [];
        }

        var total = controls.Sum();
        double[] placebos = [.. controls.Select(change => change - ((total - change) / (n - 1)))];
        double[] sizes = [.. placebos.Select(Math.Abs).OrderDescending()];
        var rank = (int)Math.Floor((alpha * (n + 1)) + 1e-9) - 1;
        var half = rank < 0 ? double.PositiveInfinity : sizes[Math.Min(rank, n - 1)];
        return [.. treated.Select(unit =>
        {
            var effect = unit.Change - (total / n);
            var tie = 1e-12 * Math.Max(Math.Abs(effect), sizes[0]);
            return new UnitEffect(unit.Unit, effect)
            {
                Low = effect - half,
                High = effect + half,
                PValue = (1.0 + placebos.Count(placebo => Math.Abs(placebo) >= Math.Abs(effect) - tie)) / (n + 1),
                MinimumP = 1.0 / (n + 1),
                After = unit.After,
                Rank = 1 + placebos.Sum(placebo => placebo < effect - tie ? 1.0 : placebo <= effect + tie ? 0.5 : 0),
                Ranked = n + 1,
            };
        })];
    }
}
