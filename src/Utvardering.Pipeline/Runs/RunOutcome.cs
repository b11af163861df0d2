using Utvardering.Ingestion;

namespace Utvardering.Pipeline.Runs;

/// <summary>What came of a run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Report">The report's file.</param>
/// <param name="IsNew">False where the same inputs had given the same run already.</param>
/// <param name="Ingested">What each source gave; empty where the run read the lake as of an earlier day.</param>
public sealed record RunOutcome(string RunId, string Report, bool IsNew, IReadOnlyList<IngestOutcome> Ingested);
