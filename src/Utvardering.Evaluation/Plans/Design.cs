using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>How the treated are compared.</summary>
/// <param name="Id">The design's name in the plan, such as <c>vs-bra</c>.</param>
/// <param name="Title">The name for readers.</param>
/// <param name="Estimator">The estimator: <c>did-2x2</c>, with its event study.</param>
/// <param name="Control">The comparison group.</param>
/// <param name="Inference"><c>exact-randomisation</c> (every assignment) or <c>sampled-randomisation</c>.</param>
/// <param name="Draws">The number of assignments where they are sampled.</param>
/// <param name="Contrast">What the comparison shows and does not, for readers.</param>
public sealed record Design(string Id, LocalText Title, string Estimator, string Control, string Inference, int Draws, LocalText Contrast);
