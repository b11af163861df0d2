using Utvardering.Statistics.Results;

namespace Utvardering.Methods.Answers;

/// <summary>An estimate and its name in the answer.</summary>
public sealed record NamedEstimate(string Name, Estimate Estimate);
