namespace Utvardering.Disclosure.Tables;

/// <summary>An outcome of the plan, with the words for its readers.</summary>
public sealed record OutcomeRow
{
    public required string OutcomeId { get; init; }
    public required string IndicatorId { get; init; }
    public required string TitleSv { get; init; }
    public required string TitleEn { get; init; }
    public required string UnitSv { get; init; }
    public required string UnitEn { get; init; }

    /// <summary>The outcomes judged together: <c>crime</c>, <c>social_services</c>.</summary>
    public required string Family { get; init; }

    /// <summary><c>primary</c>, <c>secondary</c> or <c>context</c>.</summary>
    public required string Role { get; init; }

    /// <summary><c>lower</c>, <c>higher</c> or <c>neither</c>.</summary>
    public required string Better { get; init; }

    /// <summary>The smallest relative change that would matter, such as −0.10.</summary>
    public double Matters { get; init; }

    /// <summary><c>month</c>, <c>quarter</c> or <c>year</c>.</summary>
    public required string Grain { get; init; }

    /// <summary>How a group's figure is made: <c>ratio_of_sums</c>, <c>population_weighted</c> or <c>unweighted_mean</c>.</summary>
    public required string GroupRule { get; init; }

    /// <summary>What a reader must know, a line each.</summary>
    public required string CaveatsSv { get; init; }
    public required string CaveatsEn { get; init; }
}
