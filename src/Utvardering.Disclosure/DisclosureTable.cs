namespace Utvardering.Disclosure;

/// <summary>A table that may leave, row by row.</summary>
/// <param name="Name">The result table, or <c>marts.</c> and the mart.</param>
/// <param name="Level">Whom a row tells about: municipality, group, contrast, or none where it holds no statistics.</param>
/// <param name="Values">The columns emptied when a row is suppressed.</param>
public sealed record DisclosureTable(string Name, string Level, IReadOnlyList<string> Values);
