namespace Utvardering.Evaluation.Plans;

/// <summary>What is judged.</summary>
/// <param name="Id">The outcome's name in the plan, such as <c>fire</c>.</param>
/// <param name="Indicator">The indicator of the registry.</param>
/// <param name="Family">The outcomes that are judged together.</param>
/// <param name="Role"><c>primary</c>, <c>secondary</c> or <c>context</c>.</param>
/// <param name="Matters">The smallest relative change that would matter, such as −0.10.</param>
/// <param name="PreFrom">The first period before the start that is used.</param>
public sealed record Outcome(string Id, string Indicator, string Family, string Role, double Matters, DateOnly PreFrom);
