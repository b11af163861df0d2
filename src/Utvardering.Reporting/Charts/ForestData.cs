namespace Utvardering.Reporting.Charts;

/// <summary>What <see cref="ForestChart"/> draws.</summary>
/// <param name="Name">The chart's name, for error messages and file names.</param>
/// <param name="ResultId">The result shown.</param>
/// <param name="LabelTitle">Above the rows' labels.</param>
/// <param name="CountTitle">Above the second column.</param>
/// <param name="EffectTitle">Above the effects as text.</param>
/// <param name="AxisTitle">Under the axis, with the unit.</param>
/// <param name="Rows">From the top down.</param>
/// <param name="MattersLabel">What the upright mark of a row means.</param>
/// <param name="DetectableLabel">What the pale bar of a row means.</param>
public sealed record ForestData(
    string Name,
    string ResultId,
    ChartTexts Texts,
    string LabelTitle,
    string CountTitle,
    string EffectTitle,
    string AxisTitle,
    IReadOnlyList<ForestRow> Rows,
    string MattersLabel,
    string DetectableLabel);
