namespace Utvardering.Reporting.Charts;

/// <summary>What <see cref="GroupTrendChart"/> draws.</summary>
/// <param name="Name">The chart's name, for error messages and file names.</param>
/// <param name="ResultId">The result shown.</param>
/// <param name="AxisTitle">The unit, above the value axis, e.g. <c>Anmälda brott per 100 000 invånare</c>.</param>
/// <param name="Groups">One to three groups, the one in focus first.</param>
/// <param name="Marks">Dates marked by a vertical line, normally the start.</param>
/// <param name="Decimals">Decimals of the values written at the ends of the lines.</param>
public sealed record GroupTrendData(
    string Name,
    string ResultId,
    ChartTexts Texts,
    string AxisTitle,
    IReadOnlyList<TrendLine> Groups,
    IReadOnlyList<TimeMark> Marks,
    int Decimals = 1);
