namespace Utvardering.Statistics.Pooling;

/// <summary>How τ², the variance of the true effects between studies, is estimated.</summary>
/// <remarks>Compared by Veroniki and others (2016), "Methods to Estimate the Between-Study Variance and its Uncertainty in Meta-Analysis".</remarks>
public enum HeterogeneityEstimator
{
    /// <summary>Restricted maximum likelihood: close to unbiased, and sharper than the method of moments.</summary>
    RestrictedMaximumLikelihood,

    /// <summary>DerSimonian and Laird (1986): method of moments on Cochran's Q. No iteration; too low when heterogeneity is large.</summary>
    DerSimonianLaird,

    /// <summary>Paule and Mandel (1982): the τ² at which the generalised Q equals its degrees of freedom; also known as the empirical Bayes estimator of Morris (1983).</summary>
    PauleMandel,

    /// <summary>Maximum likelihood: too low in few studies, since it does not count the pooled mean as estimated.</summary>
    MaximumLikelihood,

    /// <summary>Hedges and Olkin (1985): method of moments on the unweighted variance.</summary>
    Hedges,

    /// <summary>Sidik and Jonkman (2005): never zero.</summary>
    SidikJonkman,

    /// <summary>Hunter and Schmidt (1990): simple, and too low.</summary>
    HunterSchmidt,

    /// <summary>τ² = 0: one common effect, weights 1 / variance.</summary>
    CommonEffect,
}
