using Utvardering.Statistics.Warnings;

namespace Utvardering.Methods.Answers;

/// <summary>What a method found: named estimates, and tables with all that lies behind them.</summary>
public sealed record MethodAnswer
{
    public required IReadOnlyList<NamedEstimate> Estimates { get; init; }

    public IReadOnlyList<MethodTable> Tables { get; init; } = [];

    /// <summary>Warnings that are of no single estimate; those of the estimates stand with them.</summary>
    public IReadOnlyList<EstimationWarning> Warnings { get; init; } = [];
}
