namespace Utvardering.Statistics.SyntheticControl.Placebos;

/// <summary>The estimate when one donor is not to be had.</summary>
/// <param name="Donor">The donor left out.</param>
/// <param name="Weight">Its weight in the full synthetic control.</param>
/// <param name="Effect">The mean gap from the start of treatment without it.</param>
/// <param name="PreRmspe">The root mean squared gap before treatment without it.</param>
public sealed record LeftOutDonor(string Donor, double Weight, double Effect, double PreRmspe);
