using Utvardering.Warehouse.Lineage;

namespace Utvardering.Pipeline.Tracing;

/// <summary>A row of a run's tables.</summary>
/// <param name="Id">Its id: <c>result_id</c>, or table and key.</param>
/// <param name="Table">The table.</param>
/// <param name="Values">Column → value, as released; null where it was not.</param>
public sealed record TracedFigure(string Id, string Table, IReadOnlyDictionary<string, object?>? Values);

/// <summary>An indicator of the registry.</summary>
/// <param name="Id">Such as <c>bra:reported:1210</c>.</param>
/// <param name="Title">In English.</param>
/// <param name="Unit">In English.</param>
/// <param name="Measure">The dataset.</param>
/// <param name="Code">Its code there.</param>
/// <param name="Per">The rate's base.</param>
/// <param name="Denominator">What it is divided by, or null.</param>
/// <param name="GroupRule">How a group's figure is made.</param>
/// <param name="Place">File and line of the entry.</param>
public sealed record TracedIndicator(string Id, string Title, string Unit, string Measure, string Code, double Per, string? Denominator, string GroupRule, string Place);

/// <summary>A column and what it is made of.</summary>
/// <param name="Column">Table and column.</param>
/// <param name="Place">The model's file; null for the lake and the registry.</param>
/// <param name="Above">Whether it was followed before, and is not again.</param>
/// <param name="From">One step back; empty where the way ends.</param>
public sealed record TracedColumn(TableColumn Column, string? Place, bool Above, IReadOnlyList<TracedColumn> From);

/// <summary>A vintage of the lake that the run read.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Source">The source.</param>
/// <param name="Name">The vintage's name.</param>
/// <param name="ContentHash">SHA-256 of its content.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Package">Its data package, relative to the data root; null where it lies there no more.</param>
/// <param name="FigureRows">How many of its rows are of the figure's indicator, and of its municipality and period where it is of one; null where that is not told apart.</param>
/// <param name="Landing">The files it came in; where those rows are known the files that hold them.</param>
public sealed record TracedVintage(
    string Dataset, string Source, string Name, string ContentHash, long Rows, string? Package, long? FigureRows, IReadOnlyList<TracedLanding> Landing);

/// <summary>A body kept as it came.</summary>
/// <param name="Sha256">Names the file below <c>landing/&lt;source&gt;</c>.</param>
/// <param name="Origin">Address, or path relative to the input folder.</param>
/// <param name="Retrieved">When it came.</param>
/// <param name="Bytes">Its size, and</param>
/// <param name="Status">the HTTP status, by the record beside it; null where there is none (more).</param>
/// <param name="File">Relative to the data root; null where it lies there no more.</param>
/// <param name="Rows">How many of those rows are out of it, or null.</param>
/// <param name="FirstRow">Where in the file they stand, or null.</param>
/// <param name="LastRow">Where in the file they stand, or null.</param>
public sealed record TracedLanding(
    string Sha256, string Origin, DateTimeOffset Retrieved, long? Bytes, int? Status, string? File, long? Rows, long? FirstRow, long? LastRow);
