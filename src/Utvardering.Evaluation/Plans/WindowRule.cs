namespace Utvardering.Evaluation.Plans;

/// <summary>What is left out around the start.</summary>
/// <param name="AnticipationMonths">Months before the start that the coming programme may have changed already.</param>
/// <param name="RollInMonths">Months from the start in which the programme was set up.</param>
public sealed record WindowRule(int AnticipationMonths, int RollInMonths);
