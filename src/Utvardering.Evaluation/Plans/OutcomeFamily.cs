using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>Outcomes that answer one question and are corrected together for being several.</summary>
/// <param name="Id">The family's name in the plan.</param>
/// <param name="Title">The name for readers.</param>
/// <param name="Question">The question they answer.</param>
public sealed record OutcomeFamily(string Id, LocalText Title, LocalText Question);
