namespace Utvardering.SampleData.Settings;

/// <summary>The synthetic population of 31 December each year.</summary>
internal sealed record PopulationSettings
{
    public required int FirstYear { get; init; }

    public required YearlyDay Published { get; init; }

    /// <summary>Standard deviation of the municipalities' growth a year around their SKR group's.</summary>
    public required double GrowthSpread { get; init; }

    /// <summary>Men among all inhabitants, as a fraction.</summary>
    public required double Men { get; init; }

    /// <summary>Boys among those aged 0–20, as a fraction.</summary>
    public required double Boys { get; init; }

    /// <summary>Standard deviation of the logarithm of a birth cohort's size in a municipality.</summary>
    public required double CohortSpread { get; init; }

    public required int CellKeyNoiseFrom { get; init; }

    public required double Smallest { get; init; }

    /// <summary>Inhabitants of the first year for municipalities whose size is set and not drawn.</summary>
    public required Dictionary<string, double> Sizes { get; init; }

    /// <summary>Birth year → share of all inhabitants, with straight lines between the years named.</summary>
    public required SortedDictionary<int, double> Births { get; init; }
}
