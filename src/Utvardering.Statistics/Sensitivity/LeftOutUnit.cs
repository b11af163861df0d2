using Utvardering.Statistics.Results;

namespace Utvardering.Statistics.Sensitivity;

/// <summary>What the estimate is without one unit.</summary>
/// <param name="Unit">The unit left out.</param>
/// <param name="IsTreated">Whether it is treated at some time.</param>
/// <param name="Estimate">The estimate without it; null where none can be made.</param>
/// <param name="Problem">Why none can be made; null where one can.</param>
public sealed record LeftOutUnit(string Unit, bool IsTreated, Estimate? Estimate, string? Problem);
