namespace Utvardering.Methods.Catalog;

/// <summary>A column of the tidy table as a method uses it.</summary>
/// <param name="Role">Its role, which is also the command's option.</param>
/// <param name="Meaning">What it holds for this method.</param>
/// <param name="Required">Whether the method can't do without it.</param>
public sealed record MethodColumn(ColumnRole Role, string Meaning, bool Required = true);
