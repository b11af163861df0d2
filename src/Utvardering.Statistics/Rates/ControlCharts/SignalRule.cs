namespace Utvardering.Statistics.Rates;

/// <summary>A pattern that chance seldom makes.</summary>
/// <remarks>
/// Western Electric (1956), <i>Statistical Quality Control Handbook</i>; Provost and Murray (2011), <i>The Health Care Data Guide</i>. Each rule adds false alarms:
/// all together signal in about one of three series of 25 points without any change.
/// </remarks>
public enum SignalRule
{
    /// <summary>A point beyond 3 σ.</summary>
    AstronomicalPoint,

    /// <summary>Two of three successive points beyond 2 σ on the same side.</summary>
    TwoOfThree,

    /// <summary>Four of five successive points beyond 1 σ on the same side.</summary>
    FourOfFive,

    /// <summary>A run on one side of the centre; points on the centre neither count nor break it.</summary>
    Shift,

    /// <summary>Points that rise, or fall, one after another; equal neighbours neither count nor break it.</summary>
    Trend,

    /// <summary>Fifteen successive points within 1 σ: limits too wide, or groups mixed.</summary>
    FifteenNearCentre,
}
