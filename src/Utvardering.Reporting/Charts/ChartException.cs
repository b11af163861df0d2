namespace Utvardering.Reporting.Charts;

/// <summary>A chart could not be drawn. The message names the chart, the result it shows and what was wrong.</summary>
public sealed class ChartException(string message, Exception? inner = null) : Exception(message, inner);
