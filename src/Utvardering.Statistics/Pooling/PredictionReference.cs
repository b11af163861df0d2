namespace Utvardering.Statistics.Pooling;

/// <summary>The distribution of the prediction interval.</summary>
public enum PredictionReference
{
    /// <summary>As the pooled effect's own interval: t with k − p degrees of freedom under Knapp–Hartung, normal under Wald.</summary>
    AsInference,

    /// <summary>t with k − p − 1 degrees of freedom: Higgins, Thompson and Spiegelhalter (2009), "A Re-Evaluation of Random-Effects Meta-Analysis".</summary>
    Higgins,
}
