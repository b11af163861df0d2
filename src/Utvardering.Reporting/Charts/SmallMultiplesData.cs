namespace Utvardering.Reporting.Charts;

/// <summary>What <see cref="SmallMultiplesChart"/> draws.</summary>
/// <param name="Name">The chart's name, for error messages and file names.</param>
/// <param name="ResultId">The result shown.</param>
/// <param name="Groups">One to three groups, the one in focus first: their panels follow in this order.</param>
/// <param name="Mark">The start, a dashed line in every panel; its label stands in the key.</param>
/// <param name="OwnLabel">What the solid line is, e.g. <c>kommunen</c>; the group's name is put beside it in the key.</param>
/// <param name="MeanLabel">What the dashed line is, e.g. <c>medel i kommunens grupp</c>.</param>
/// <param name="IndependentScales">A value axis of its own for each panel: shapes can then be compared, levels not.</param>
public sealed record SmallMultiplesData(
    string Name,
    string ResultId,
    ChartTexts Texts,
    IReadOnlyList<PanelGroup> Groups,
    TimeMark Mark,
    string OwnLabel,
    string MeanLabel,
    bool IndependentScales = false);
