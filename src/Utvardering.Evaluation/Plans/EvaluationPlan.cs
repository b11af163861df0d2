using Utvardering.Warehouse.Settings;

namespace Utvardering.Evaluation.Plans;

/// <summary>The plan of an evaluation, as fixed beforehand in <c>pipelines/evaluation</c>.</summary>
/// <param name="Id">The plan's name.</param>
/// <param name="Fixed">The day the plan was fixed.</param>
/// <param name="Title">The question, for readers.</param>
/// <param name="TreatedGroup">The group of the treated.</param>
/// <param name="Programme">The programme whose first day per participant is the start.</param>
/// <param name="Shown">The groups that municipality tables and panels show, the treated first.</param>
/// <param name="Level">The confidence level, such as 0.95.</param>
/// <param name="Seed">The seed of everything that is drawn.</param>
/// <param name="Coverage">The share of a window's periods that a unit must have.</param>
/// <param name="Outcomes">What is judged.</param>
/// <param name="Designs">Compared how.</param>
public sealed record EvaluationPlan(
    string Id, DateOnly Fixed, LocalText Title, string TreatedGroup, string Programme, IReadOnlyList<string> Shown,
    double Level, ulong Seed, double Coverage, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Design> Designs);
