using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>The estimate for an outcome, a group or a time that the programme cannot have reached.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Estimate">The estimated effect; the truth is zero.</param>
/// <param name="AdjustedPValue">Its p-value after Holm's correction over all controls.</param>
/// <param name="DetectableEffect">What an effect must be to be found four times out of five, at this standard error; NaN without one. Larger than what would matter: the control says little.</param>
public sealed record NegativeControl(string Name, Estimate Estimate, double AdjustedPValue, double DetectableEffect);
