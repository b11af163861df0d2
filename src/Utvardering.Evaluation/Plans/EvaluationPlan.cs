using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>The plan of an evaluation, as fixed beforehand in <c>pipelines/evaluation</c>.</summary>
public sealed record EvaluationPlan
{
    /// <summary>The plan's name.</summary>
    public required string Id { get; init; }

    /// <summary>The day the plan was fixed.</summary>
    public required DateOnly Fixed { get; init; }

    /// <summary>The question, for readers.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Which figures had been published when the plan was fixed.</summary>
    public required LocalText Known { get; init; }

    /// <summary>The group of the treated.</summary>
    public required string TreatedGroup { get; init; }

    /// <summary>The programme whose first day per participant is the start.</summary>
    public required string Programme { get; init; }

    /// <summary>The groups that municipality tables and panels show, the treated first.</summary>
    public required IReadOnlyList<string> Shown { get; init; }

    /// <summary>The confidence level, such as 0.95.</summary>
    public required double Level { get; init; }

    /// <summary>The seed of everything that is drawn.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The share of a window's periods that a unit must have.</summary>
    public required double Coverage { get; init; }

    /// <summary>What is left out around the start.</summary>
    public required WindowRule Windows { get; init; }

    /// <summary><c>holm</c> or <c>none</c>.</summary>
    public required string Multiplicity { get; init; }

    /// <summary>The questions.</summary>
    public required IReadOnlyList<OutcomeFamily> Families { get; init; }

    /// <summary>What is judged.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Compared how.</summary>
    public required IReadOnlyList<Design> Designs { get; init; }

    /// <summary>What is tried to topple the answers.</summary>
    public required SensitivityRule Sensitivity { get; init; }

    /// <summary>How it is learnt what could have been seen.</summary>
    public required PowerRule Power { get; init; }

    /// <summary>1 − <see cref="Level"/>.</summary>
    public double Alpha => 1 - Level;
}
