namespace Utvardering.Pipeline.Tracing;

/// <summary>The way of a figure from the report back to the files it came in.</summary>
/// <param name="Id">As asked.</param>
/// <param name="RunId">The run whose figure it is.</param>
/// <param name="Profile">The run's profile.</param>
/// <param name="Mark">What made-up figures are marked with, or null.</param>
/// <param name="Count">How many rows of the run's tables the id names.</param>
/// <param name="Figures">The first of them.</param>
/// <param name="Plan">The plan's id.</param>
/// <param name="Outcome">The plan's outcome as the run had it: column → value; null where the figure is of none.</param>
/// <param name="Design">The plan's design as the run had it, or null.</param>
/// <param name="Indicator">The registry's entry, or null where the figure is of none.</param>
/// <param name="Columns">The columns that the figure was made of, each with the way back to the lake and the registry.</param>
/// <param name="Vintages">What the run read of the datasets on that way, the indicator's own first.</param>
/// <param name="Notes">What the reader must know of this trace.</param>
public sealed record Trace(
    string Id, string RunId, string Profile, string? Mark, long Count, IReadOnlyList<TracedFigure> Figures, string Plan,
    IReadOnlyDictionary<string, object?>? Outcome, IReadOnlyDictionary<string, object?>? Design, TracedIndicator? Indicator,
    IReadOnlyList<TracedColumn> Columns, IReadOnlyList<TracedVintage> Vintages, IReadOnlyList<string> Notes);
