namespace Utvardering.Statistics.TimeSeries;

/// <summary>How the time of year enters a model of a series.</summary>
public enum SeasonalTerms
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Pairs of sine and cosine: smooth over the year, few coefficients.</summary>
    Harmonics,

    /// <summary>A level for each season, the first being the reference.</summary>
    Dummies,
}
