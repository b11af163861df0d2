namespace Utvardering.Reporting.Wording;

/// <summary>What an effect's interval holds, beside the smallest effect that would matter. A rule over the row's figures and nothing else.</summary>
internal enum Verdict
{
    /// <summary>The gate emptied the row.</summary>
    Suppressed,

    /// <summary>There is no estimate, or no interval.</summary>
    NoInterval,

    /// <summary>There is no relative effect to hold against what would matter; the interval holds zero.</summary>
    NoScaleWithZero,

    /// <summary>There is no relative effect to hold against what would matter; the interval does not hold zero.</summary>
    NoScaleWithoutZero,

    /// <summary>The interval holds both zero and an effect that would matter.</summary>
    Open,

    /// <summary>The interval holds zero and no effect that would matter.</summary>
    NoneThatMatters,

    /// <summary>All of the interval is at least as large as what would matter.</summary>
    Matters,

    /// <summary>The interval does not hold zero, and holds effects smaller and larger than what would matter.</summary>
    MayMatter,

    /// <summary>The interval does not hold zero, and all of it is smaller than what would matter.</summary>
    TooSmall,

    /// <summary>All of the interval lies on the other side of zero.</summary>
    Opposite,
}
