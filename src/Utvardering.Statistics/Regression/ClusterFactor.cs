namespace Utvardering.Statistics.Regression;

/// <summary>Which G the factor G / (G − 1) takes where errors are clustered in two ways.</summary>
public enum ClusterFactor
{
    /// <summary>The smaller number of clusters, for all three terms.</summary>
    Minimum,

    /// <summary>Each of the three terms its own.</summary>
    Conventional,
}
