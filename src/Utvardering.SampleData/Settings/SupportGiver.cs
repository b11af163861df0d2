namespace Utvardering.SampleData.Settings;

/// <summary>One who gives support and logs it: a file of the inbox.</summary>
internal sealed record SupportGiver
{
    /// <summary>The file's name without extension.</summary>
    public required string File { get; init; }

    /// <summary>The group of municipalities that gets the support.</summary>
    public required string Group { get; init; }

    /// <summary>The first month with support, as its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last month with support, as its first day; null while it goes on.</summary>
    public DateOnly? To { get; init; }

    /// <summary>In how many months the hours grow, in equal steps, to their full number.</summary>
    public int PhaseInMonths { get; init; } = 1;

    /// <summary>Standard deviation of the logarithm between municipalities.</summary>
    public required double Spread { get; init; }

    public required List<SupportLine> Lines { get; init; }
}
