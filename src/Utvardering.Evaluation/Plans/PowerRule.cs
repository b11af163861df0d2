namespace Utvardering.Evaluation.Plans;

/// <summary>How it is learnt what could have been seen.</summary>
/// <param name="Power">The chance with which the detectable effect is found.</param>
/// <param name="Draws">Placebo treatments drawn from the time before the start.</param>
public sealed record PowerRule(double Power, int Draws);
