namespace Utvardering.Warehouse.Audit;

/// <summary>A place where the log is not as it was written.</summary>
/// <param name="File">The log's file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Number">The number of the entry there; null when it can't be read or is gone.</param>
/// <param name="What">What is wrong.</param>
public sealed record AuditProblem(string File, long Line, long? Number, AuditFault What, string Message);
