namespace Utvardering.Statistics.SyntheticControl.SyntheticDid;

/// <summary>Weights of a cohort's controls and of the periods before it started.</summary>
/// <param name="Omega">ω̂: one for each control, sum 1.</param>
/// <param name="Lambda">λ̂: one for each period before treatment, sum 1 (or all zero: no baseline is taken off).</param>
internal sealed record BlockWeights(double[] Omega, double[] Lambda)
{
    /// <summary>ω for some of the controls only, with sum 1 again; equal ones where those left had none.</summary>
    public BlockWeights Keeping(IEnumerable<int> controls)
    {
        var kept = controls.Select(control => Omega[control]).ToArray();
        var sum = kept.Sum();
        return this with { Omega = [.. kept.Select(weight => sum > 0 ? weight / sum : 1.0 / kept.Length)] };
    }
}
