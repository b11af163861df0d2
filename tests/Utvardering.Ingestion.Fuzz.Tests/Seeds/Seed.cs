namespace Utvardering.Ingestion.Fuzz.Tests.Seeds;

/// <summary>A valid file.</summary>
/// <param name="Origin">Address, or path relative to the input folder.</param>
internal sealed record Seed(string Origin, byte[] Bytes)
{
    /// <summary>Bodies of the same retrieval that come before it and are left as they are.</summary>
    public IReadOnlyList<Seed> Before { get; init; } = [];

    /// <inheritdoc cref="Before"/>
    public IReadOnlyList<Seed> After { get; init; } = [];
}
