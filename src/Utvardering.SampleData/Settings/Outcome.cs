namespace Utvardering.SampleData.Settings;

/// <summary>What every outcome of the sample world has, whichever source publishes it. See the head of <c>world.yaml</c> for the formula.</summary>
internal abstract record Outcome
{
    public required string Id { get; init; }

    /// <summary>The source's own code for it.</summary>
    public required string Code { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Unit { get; init; }

    public required double Level { get; init; }

    /// <summary>Factor by SKR group; a group not named has 1.</summary>
    public Dictionary<string, double> BySkrGroup { get; init; } = [];

    public required double Spread { get; init; }

    /// <summary>Factors of the year's months or quarters; empty for none.</summary>
    public List<double> Season { get; init; } = [];

    /// <summary>Factors of single years, the same in the whole country; a year not named has 1.</summary>
    public Dictionary<int, double> Years { get; init; } = [];

    public required AutoregressionSettings Common { get; init; }

    public required AutoregressionSettings Own { get; init; }

    /// <summary>Counts have variance mean + dispersion × mean².</summary>
    public double Dispersion { get; init; }
}
