using Utvardering.Evaluation.Comparisons;
using Utvardering.Evaluation.Estimates;
using Utvardering.Evaluation.Plans;

namespace Utvardering.Evaluation;

/// <summary>What all studies of an evaluation share.</summary>
internal sealed record EvaluationBasis
{
    public required EvaluationPlan Plan { get; init; }

    public required string PlanHash { get; init; }

    /// <summary>The treated group's members.</summary>
    public required IReadOnlyList<string> Treated { get; init; }

    /// <summary>The municipalities' names by code.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required MunicipalityFacts Facts { get; init; }

    public required ComparisonPools Pools { get; init; }

    public required UnitSelection Selection { get; init; }

    /// <summary>Hours of the evaluated programme's support, by municipality and month.</summary>
    public required IReadOnlyDictionary<(string Municipality, DateOnly Month), double> Hours { get; init; }
}
