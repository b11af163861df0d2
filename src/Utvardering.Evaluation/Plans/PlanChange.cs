namespace Utvardering.Evaluation.Plans;

/// <summary>One place at which a plan differs from the one that was fixed.</summary>
/// <param name="Place">Such as <c>outcomes[fire].matters</c>.</param>
/// <param name="Fixed">As fixed; null where it was not there.</param>
/// <param name="Now">As it is; null where it no longer is there.</param>
public sealed record PlanChange(string Place, string? Fixed, string? Now);
