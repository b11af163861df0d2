namespace Utvardering.Reporting.Charts.Layout;

/// <summary>A sample of a line and what it is; an upright one for a line that stands in the panels.</summary>
internal sealed record PanelKeyEntry(LineLook Line, string Text, bool IsUpright = false);
