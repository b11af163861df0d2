namespace Utvardering.Reporting.Charts;

/// <summary>What <see cref="EventStudyChart"/> draws.</summary>
/// <param name="Name">The chart's name, for error messages and file names.</param>
/// <param name="ResultId">The result shown.</param>
/// <param name="AxisTitle">The unit of the estimates, above the value axis.</param>
/// <param name="QuarterTitle">Under the quarters, e.g. <c>Kvartal före och efter start</c>.</param>
/// <param name="Points">One a quarter, in any order.</param>
/// <param name="StartLabel">At the dashed line before quarter 0, e.g. <c>Piloten startar</c>.</param>
/// <param name="ReferenceLabel">At the hollow point, e.g. <c>referens</c>.</param>
/// <param name="IncompleteLabel">What a diamond means, e.g. <c>ofullständigt kvartal</c>.</param>
public sealed record EventStudyData(
    string Name,
    string ResultId,
    ChartTexts Texts,
    string AxisTitle,
    string QuarterTitle,
    IReadOnlyList<EventStudyPoint> Points,
    string StartLabel,
    string ReferenceLabel,
    string IncompleteLabel);
