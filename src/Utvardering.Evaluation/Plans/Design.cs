using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>How the treated are compared.</summary>
public sealed record Design
{
    /// <summary>The design's name in the plan, such as <c>vs-bra</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name for readers.</summary>
    public required LocalText Title { get; init; }

    /// <summary>A name of <see cref="Estimators"/>.</summary>
    public required string Estimator { get; init; }

    /// <summary>The comparison group.</summary>
    public required string Control { get; init; }

    /// <summary>Whether controls under another targeted programme during the windows stay (<c>keep</c>) or go (<c>exclude</c>).</summary>
    public required bool KeepsOtherProgrammes { get; init; }

    /// <summary>The place in the order of designs that verdicts rest on, 1 the first; null for the others.</summary>
    public int? Lead { get; init; }

    /// <summary>The grains of outcomes the design is for; empty: all.</summary>
    public IReadOnlyList<string> Grains { get; init; } = [];

    /// <summary>Where p-value and interval come from, a name that <see cref="Estimators"/> allows.</summary>
    public required string Inference { get; init; }

    /// <summary>How many assignments or placebo averages are drawn where they are not all listed; 0 where nothing is drawn.</summary>
    public int Draws { get; init; }

    /// <summary>What the comparison shows and does not, for readers.</summary>
    public required LocalText Contrast { get; init; }

    /// <summary>Whether the design is for outcomes of this grain.</summary>
    public bool IsFor(string grain) => Grains.Count == 0 || Grains.Contains(grain);
}
