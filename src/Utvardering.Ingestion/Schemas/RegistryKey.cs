namespace Utvardering.Ingestion.Schemas;

/// <summary>A foreign key: the field's values must stand in a registry.</summary>
/// <param name="Registry">One of <see cref="RegistryCodes.Names"/>.</param>
public sealed record RegistryKey(string Field, string Registry);
