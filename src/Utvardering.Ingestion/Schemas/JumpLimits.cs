namespace Utvardering.Ingestion.Schemas;

/// <summary>From where on a change against the source's previous vintage is told as a warning. Sources do revise, so nothing is refused for it.</summary>
/// <param name="Rows">Change of the number of rows, as a share of the previous number; null: not watched.</param>
/// <param name="Fields">The watched columns.</param>
public sealed record JumpLimits(double? Rows, IReadOnlyList<FieldJump> Fields);

/// <summary>A number that moves by more than <paramref name="Relative"/> of what it was, and by at least <paramref name="Absolute"/>.</summary>
public sealed record FieldJump(string Field, double Relative, double Absolute);
