namespace Utvardering.Evaluation.Estimates;

/// <summary>A treated municipality that the figures can't judge.</summary>
/// <param name="Municipality">Its code.</param>
/// <param name="Start">The period in which it started: the figures do not lie on both sides of it.</param>
internal sealed record UnreachedStart(string Municipality, DateOnly Start);
