using System.Collections.Immutable;
using Utvardering.Statistics.Distributions;
using Utvardering.Statistics.MultipleTesting;
using Utvardering.Statistics.Panels;
using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>Placebo outcomes and other negative controls: the design tried where it must find nothing. An effect found there is bias, and likely in the real estimate too.</summary>
/// <remarks>Lipsitch, Tchetgen Tchetgen and Cohen (2010), "Negative Controls: A Tool for Detecting Confounding and Bias in Observational Studies".</remarks>
public static class NegativeControls
{
    private const double Power = 0.8;

    /// <summary>Estimates the controls.</summary>
    /// <param name="controls">Each control's name and panel, such as another outcome for the same units and starts.</param>
    /// <param name="estimator">The estimator of the real analysis, unchanged.</param>
    /// <exception cref="ArgumentException">No controls, or a panel that the estimator refuses; the message names the control.</exception>
    public static ImmutableArray<NegativeControl> Of(ImmutableArray<(string Name, CohortPanel Panel)> controls, Func<CohortPanel, Estimate> estimator) =>
        controls.IsDefault ? Of([]) : Of([.. controls.Select(control => (control.Name, (Func<Estimate>)(() => estimator(control.Panel))))]);

    /// <summary>Estimates the controls.</summary>
    /// <param name="controls">Each control's name and how it is estimated: as in the real analysis.</param>
    /// <exception cref="ArgumentException">No controls, or one that is refused; the message names the control.</exception>
    public static ImmutableArray<NegativeControl> Of(ImmutableArray<(string Name, Func<Estimate> Estimator)> controls)
    {
        if (controls.IsDefaultOrEmpty)
        {
            throw new ArgumentException("There are no negative controls: name at least one outcome that the programme cannot have changed.");
        }

        var estimates = controls.Select(control => Estimated(control.Name, control.Estimator)).ToArray();
        var adjusted = PValueAdjustment.Holm([.. estimates.Select(estimate => estimate.PValue)]);
        return [.. controls.Select((control, i) => new NegativeControl(control.Name, estimates[i], adjusted[i], Detectable(estimates[i])))];
    }

    private static Estimate Estimated(string name, Func<Estimate> estimator)
    {
        try
        {
            return estimator();
        }
        catch (ArgumentException refusal)
        {
            throw new ArgumentException($"The negative control \"{name}\" cannot be estimated: {refusal.Message}", refusal);
        }
    }

    // (t(1 − α/2) + t(power)) · standard error
    private static double Detectable(Estimate estimate)
    {
        var degrees = double.IsNaN(estimate.DegreesOfFreedom) ? double.PositiveInfinity : estimate.DegreesOfFreedom;
        return estimate.StandardError * (Quantile.StudentTwoSided(1 - estimate.Interval.Confidence, degrees) + Quantile.StudentTwoSided(2 * (1 - Power), degrees));
    }
}
