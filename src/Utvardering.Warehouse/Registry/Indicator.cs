using Utvardering.Warehouse.Settings;

namespace Utvardering.Warehouse.Registry;

/// <summary>What a number is: where it is measured, in what unit, how a group's figure is made of its members'.</summary>
/// <param name="Id">Such as <c>bra:reported:1210</c>.</param>
/// <param name="Title">The name for readers.</param>
/// <param name="Unit">The unit for readers.</param>
/// <param name="Measure">The dataset the indicator is taken from.</param>
/// <param name="Code">Its code in that dataset.</param>
/// <param name="Grain"><c>month</c>, <c>quarter</c> or <c>year</c>.</param>
/// <param name="Per">The rate's base: value = numerator ÷ denominator × per.</param>
/// <param name="Denominator">What the numerator is divided by, or null where only the value is published.</param>
/// <param name="Group"><c>ratio_of_sums</c>, <c>population_weighted</c> or <c>unweighted_mean</c>.</param>
/// <param name="Better"><c>lower</c>, <c>higher</c> or <c>neither</c>.</param>
/// <param name="Caveats">What a reader must know.</param>
public sealed record Indicator(
    string Id, LocalText Title, LocalText Unit, string Measure, string Code, string Grain, double Per,
    string? Denominator, string Group, string Better, IReadOnlyList<LocalText> Caveats)
{
    /// <summary>What is counted, or null where the definition does not say.</summary>
    public LocalText? Numerator { get; init; }

    /// <summary>How the source treats small numbers, or null where nothing is known.</summary>
    public LocalText? SmallNumbers { get; init; }

    /// <summary><c>crime</c>, <c>care_and_support</c>, <c>ways_of_working</c>, <c>costs</c> or <c>context</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>Known changes of what is measured.</summary>
    public IReadOnlyList<IndicatorBreak> Breaks { get; init; } = [];
}
