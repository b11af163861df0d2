namespace Utvardering.Ingestion.Fuzz.Tests.Campaign;

/// <summary>What became of a mutant.</summary>
/// <param name="Rule">The first rule it was refused by; <see cref="Accepted"/> when it went in whole.</param>
internal sealed record Verdict(string Rule)
{
    public const string Accepted = "accepted";

    // Told by the reader or the gate, before there are rows to judge.
    private static readonly HashSet<string> Unread = ["encoding", "empty", "structure", "header", "format", "gate"];

    /// <summary>It got past the reader: accepted, or refused by a rule of the schema.</summary>
    public bool WasRead => !Unread.Contains(Rule);
}
