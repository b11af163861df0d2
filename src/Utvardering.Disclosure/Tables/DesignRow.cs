namespace Utvardering.Disclosure.Tables;

/// <summary>A design of the plan, with what its contrast shows and does not.</summary>
public sealed record DesignRow
{
    public required string DesignId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string Estimator { get; init; }
    public required string Inference { get; init; }
    public required string TreatedGroup { get; init; }
    public required string ControlGroup { get; init; }
    public required string ContrastSv { get; init; }
    public required string ContrastEn { get; init; }
}
