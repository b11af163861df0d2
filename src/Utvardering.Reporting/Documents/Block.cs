namespace Utvardering.Reporting.Documents;

/// <summary>A part of a section, in the order of reading.</summary>
internal abstract record Block;
