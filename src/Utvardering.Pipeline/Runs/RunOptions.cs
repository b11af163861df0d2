using Utvardering.Warehouse.Lake;

namespace Utvardering.Pipeline.Runs;

/// <summary>What a person asks of a run.</summary>
/// <param name="Profile">The profile's name.</param>
/// <param name="Input">The input folder, for profiles that read files.</param>
/// <param name="Data">The data root.</param>
/// <param name="AsOf">Use what was known by the end of this day (Europe/Stockholm); null: the newest.</param>
public sealed record RunOptions(string Profile, string? Input, string Data, DateOnly? AsOf)
{
    /// <summary>The plan to carry out in the place of the profile's; null: the profile's.</summary>
    public string? Plan { get; init; }

    /// <summary>The outcomes to judge; empty: all of the plan.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Another start than the registry's, on figures from before it: a trial on a time in which nothing was done.</summary>
    public DateOnly? PlaceboStart { get; init; }

    /// <summary>Whether sources are asked; without it the run takes what the lake has.</summary>
    public bool TakesIn { get; init; } = true;

    /// <summary>The fence of a lease that says who writes the data root; null: the operating system's lock says it.</summary>
    public WriterFence? Lease { get; init; }

    /// <summary>Source → the address to ask instead of its published one: a mirror, a replay.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses { get; init; } = new Dictionary<string, Uri>();
}
