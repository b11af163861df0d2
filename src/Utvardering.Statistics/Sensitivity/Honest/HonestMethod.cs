namespace Utvardering.Statistics.Sensitivity;

/// <summary>How a confidence set under bounded violations of parallel trends is made.</summary>
public enum HonestMethod
{
    /// <summary>The shortest interval of fixed length about an affine estimator; for smoothness only.</summary>
    FixedLength,

    /// <summary>Conditional on which bound binds: Andrews, Roth and Pakes (2023). Wide where several nearly bind.</summary>
    Conditional,

    /// <summary>The conditional test after a first stage with a least favourable critical value (C-LF): a tenth of α buys power where the conditional has little.</summary>
    ConditionalLeastFavourable,
}
