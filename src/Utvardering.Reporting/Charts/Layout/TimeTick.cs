namespace Utvardering.Reporting.Charts.Layout;

/// <summary>A tick of a time axis and the lines of its label.</summary>
internal sealed record TimeTick(DateOnly Date, string[] Label);
