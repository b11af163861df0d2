namespace Utvardering.Pipeline.Runs;

/// <summary>What a person asks of a run.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Input">The input folder, for profiles that read files.</param>
/// <param name="Data">The data root.</param>
/// <param name="AsOf">Use what was known by the end of this day (Europe/Stockholm); null: the newest.</param>
public sealed record RunOptions(string Profile, string? Input, string Data, DateOnly? AsOf)
{
    /// <summary>Source → the address to ask instead of its published one: a mirror, a replay.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses { get; init; } = new Dictionary<string, Uri>();
}
