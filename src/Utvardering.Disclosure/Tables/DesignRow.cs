namespace Utvardering.Disclosure.Tables;

/// <summary>A design of the plan, with what its contrast shows and does not.</summary>
public sealed record DesignRow
{
    public required string DesignId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string Estimator { get; init; }
    public required string Inference { get; init; }

    /// <summary>0 the design that verdicts rest on where it can be estimated, then 1 …; null for designs that only speak for or against.</summary>
    public int? Lead { get; init; }

    /// <summary><c>keep</c> or <c>exclude</c>: controls under another targeted programme during the windows.</summary>
    public required string OtherProgrammes { get; init; }
    public required string TreatedGroup { get; init; }
    public required string ControlGroup { get; init; }
    public required string ContrastSv { get; init; }
    public required string ContrastEn { get; init; }
}
