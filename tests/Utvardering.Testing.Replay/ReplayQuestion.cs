namespace Utvardering.Testing.Replay;

/// <summary>A question as it came to the replay server.</summary>
/// <param name="Address">At the real source, as if it had been asked there.</param>
/// <param name="Body">Null for GET.</param>
public sealed record ReplayQuestion(string Method, string Address, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    public bool Has(string part) => Address.Contains(part, StringComparison.Ordinal);
}
