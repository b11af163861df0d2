namespace Utvardering.Pipeline.Jobs.Store;

/// <summary>What a run has told since it was kept last.</summary>
/// <param name="Step">The step it is in.</param>
/// <param name="Progress">What is done in it.</param>
/// <param name="ProgressSv">That in Swedish; null where it is told in English alone.</param>
/// <param name="Steps">Steps that began, went on or ended, by their number in the run.</param>
/// <param name="Lines">New lines.</param>
public sealed record RunTold(string? Step, string? Progress, string? ProgressSv, IReadOnlyList<(int Number, RunLogStep Step)> Steps, IReadOnlyList<RunLogLine> Lines);
