namespace Utvardering.Evaluation.Plans;

/// <summary>How it is learnt what could have been seen.</summary>
/// <param name="Power">The chance with which the detectable effect is found.</param>
/// <param name="Draws">Placebo treatments drawn from the time before the start; 0: what could have been seen is not asked (simulations of the plan itself).</param>
public sealed record PowerRule(double Power, int Draws);
