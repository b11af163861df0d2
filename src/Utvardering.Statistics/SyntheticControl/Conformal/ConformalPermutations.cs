namespace Utvardering.Statistics.SyntheticControl.Conformal;

/// <summary>In which orders the residuals of the periods might as well have come.</summary>
public enum ConformalPermutations
{
    /// <summary>Every shift of the series, end joined to beginning: valid when residuals depend on those shortly before.</summary>
    MovingBlock,

    /// <summary>Every order, or a seeded sample: valid when residuals are independent (or exchangeable) over time.</summary>
    All,
}
