namespace Utvardering.Statistics.Regression;

/// <summary>How squared residuals stand for variances; h is the row's leverage.</summary>
public enum RobustKind
{
    /// <summary>e² as it is (White 1980).</summary>
    HC0,

    /// <summary>e² · n / (n − K).</summary>
    HC1,

    /// <summary>e² / (1 − h): unbiased where variances are equal.</summary>
    HC2,

    /// <summary>e² / (1 − h)²: near the jackknife.</summary>
    HC3,
}
