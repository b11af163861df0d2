using Utvardering.Reporting.Charts;

namespace Utvardering.Reporting.Documents;

/// <summary>A chart of the report, which also leaves as files of its own.</summary>
/// <param name="Name">The files' name without language and ending, and the figure's anchor.</param>
/// <param name="Caption">What is shown, ended by a full stop; the finding stands in the chart's own title.</param>
/// <param name="Spec">What to draw; it holds title, source line and mark.</param>
/// <param name="Numbers">The figures behind the chart, which leave as a data file.</param>
/// <param name="Notes">What must be known to read the chart.</param>
internal sealed record ReportFigure(string Name, string Caption, ChartSpec Spec, ReportTable Numbers, params IReadOnlyList<string> Notes) : Block;
