namespace Utvardering.Statistics.SyntheticControl;

/// <summary>How well a predictor is matched.</summary>
/// <param name="Name">The predictor.</param>
/// <param name="Importance">Its share of V; NaN where the method has none.</param>
/// <param name="Treated">The treated unit's value.</param>
/// <param name="Synthetic">The synthetic control's.</param>
/// <param name="DonorMean">The plain mean over the donors.</param>
public sealed record PredictorBalance(string Name, double Importance, double Treated, double Synthetic, double DonorMean);
